// Reading HTML by libxml2, without its headers: see CXML2.
#ifndef SVODKA_CHTML_H
#define SVODKA_CHTML_H

// Fills libxml2's tables; to be called once, before anything else, by one thread.
void chtml_init(void);

// Reads UTF-8 and calls back for each tag and stretch of text; comments, scripts and the tree are
// left out. Returns 0, or -1 if there is no memory.
int chtml_parse(
    const char *bytes, int length, void *data, void (*open)(void *data, const char *name),
    void (*close)(void *data, const char *name),
    void (*text)(void *data, const unsigned char *bytes, int length));

#endif

#include "CHTML.h"

#include <libxml/HTMLparser.h>
#include <string.h>

struct callbacks {
  void *data;
  void (*open)(void *data, const char *name);
  void (*close)(void *data, const char *name);
  void (*text)(void *data, const unsigned char *bytes, int length);
};

static void on_start(void *context, const xmlChar *name, const xmlChar **attributes) {
  (void)attributes;
  const struct callbacks *callbacks = context;
  callbacks->open(callbacks->data, (const char *)name);
}

static void on_end(void *context, const xmlChar *name) {
  const struct callbacks *callbacks = context;
  callbacks->close(callbacks->data, (const char *)name);
}

static void on_text(void *context, const xmlChar *bytes, int length) {
  const struct callbacks *callbacks = context;
  callbacks->text(callbacks->data, bytes, length);
}

void chtml_init(void) { xmlInitParser(); }

int chtml_parse(
    const char *bytes, int length, void *data, void (*open)(void *data, const char *name),
    void (*close)(void *data, const char *name),
    void (*text)(void *data, const unsigned char *bytes, int length)) {
  htmlParserCtxtPtr context = htmlNewParserCtxt();
  if (context == NULL) return -1;
  struct callbacks callbacks = {data, open, close, text};
  memset(context->sax, 0, sizeof(*context->sax));
  context->sax->startElement = on_start;
  context->sax->endElement = on_end;
  context->sax->characters = on_text;
  context->sax->ignorableWhitespace = on_text;
  context->userData = &callbacks;
  // No tree is built, since the callbacks that would build it are gone.
  htmlCtxtReadMemory(
      context, bytes, length, NULL, "UTF-8",
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
          HTML_PARSE_NODEFDTD | HTML_PARSE_NOIMPLIED);
  htmlFreeParserCtxt(context);
  return 0;
}

#include "CView.h"

static const uint8_t style[] = {
#embed "../SvodkaView/Assets/page.css"
};

static const uint8_t script[] = {
#embed "../SvodkaView/Assets/page.js"
};

static const uint8_t phrases[] = {
#embed "../SvodkaView/Assets/phrases.tsv"
};

svodka_asset svodka_view_style(void) { return (svodka_asset){style, sizeof style}; }
svodka_asset svodka_view_script(void) { return (svodka_asset){script, sizeof script}; }
svodka_asset svodka_view_phrases(void) { return (svodka_asset){phrases, sizeof phrases}; }

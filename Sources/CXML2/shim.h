// Nothing is imported from here: libxml2's headers bring ICU's along, which Foundation's copy of ICU
// contradicts. CHTML includes them in C.

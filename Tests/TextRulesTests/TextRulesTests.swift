// TextRules

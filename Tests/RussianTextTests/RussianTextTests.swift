// RussianText

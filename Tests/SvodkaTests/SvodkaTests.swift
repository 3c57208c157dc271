// Svodka

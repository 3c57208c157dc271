// RussianMorphology

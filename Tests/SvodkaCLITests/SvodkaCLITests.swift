// SvodkaCLI

// SvodkaDump

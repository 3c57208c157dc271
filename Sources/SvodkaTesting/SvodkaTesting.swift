// SvodkaTesting

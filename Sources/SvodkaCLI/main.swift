print("svodka")

print("lexicon-compiler")

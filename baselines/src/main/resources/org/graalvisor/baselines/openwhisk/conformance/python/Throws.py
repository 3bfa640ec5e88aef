def main(args):
    raise Exception("nooooo")

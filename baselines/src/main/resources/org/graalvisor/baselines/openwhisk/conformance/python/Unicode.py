def main(args):
    winter = "❄ " + args["delimiter"] + " ❄"
    print(winter)
    return {"winter": winter}

"""What one would write oneself in five minutes: load the YAML, look at every duty, print what has the words."""

import sys

import yaml

words = sys.argv[2].lower().split()
with open(sys.argv[1], encoding="utf-8") as file:
    dataset = yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 (safe, both of them)
for duty in dataset["duties"]:
    text = " ".join(duty["statement"].values()).lower()
    if all(word in text for word in words):
        print(",".join(duty["actors"]), duty["role"], next(iter(duty["statement"].values())), sep="\t")

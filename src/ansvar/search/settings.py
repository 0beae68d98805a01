"""The numbers and the rules of the search. `tools/ablate.py` switches each off; the page carries them as JSON."""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    # How well a word is met
    "exact": 1.0,
    "stem": 0.95,
    "last_part": 0.75,
    "first_part": 0.65,
    "beginning": 0.6,
    "joined": 0.9,
    "without_marks": 0.9,
    "respelled": 0.85,
    # Where it is met
    "statement": 0.7,
    "change": 0.5,
    "topic": 1.0,
    "part_of_topic": 0.5,
    "actor": 0.9,
    "part_of_actor": 0.8,
    "later": 0.8,
    "target": 0.7,
    "partner": 0.5,
    "named_holder": 0.5,
    "named_target": 1.0,
    "second_field": 0.3,
    # What the word is in the question
    "about": 0.1,
    "procedure": 0.15,
    "aside": 0.03,
    "adjunct": 0.4,
    "complement": 0.8,
    "part_of_name": 0.8,
    "part_of_rare_name": 0.9,
    "further_topic": 0.8,
    "verb": 0.4,
    "situation": 0.4,
    # What else speaks for an answer
    "phrase": 0.4,
    "whole_term": 0.5,
    "whole_name": 0.5,
    "entry": 1.0,
    "verb_said": 0.15,
    "overall": 0.5,
    "role_asked": 1.3,
    "role_step": 0.05,
    "length_step": 0.01,
    # What is enough
    "unsure": 0.6,
    "enough": 0.5,
    "strong": 0.55,
    "broken": 0.4,
    "other_head": 0.75,
    "near_best": 0.85,
    "score_near_best": 0.6,
    "score_near_best_of_one": 0.2,
    "part_of_name_enough": 0.45,
}

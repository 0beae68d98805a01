"""The numbers and the rules of the search. `tools/ablate.py` switches each off; the page carries them as JSON."""

from __future__ import annotations

DEFAULT_LIMIT = 100
"""Answers to a question at most, where nobody says how many."""
WEIGHTS: dict[str, float] = {
    # How well a word is met.
    "exact": 1.0,
    "stem": 0.95,
    "joined": 0.9,
    "without_marks": 0.9,
    "respelled": 0.85,
    "last_part": 0.75,
    "first_part": 0.65,
    "beginning": 0.6,
    "same_meaning": 0.7,
    # Where it is met.
    "topic": 1.0,
    "actor": 0.9,
    "part_of_actor": 0.8,
    "statement": 0.7,
    "change": 0.5,
    "when": 0.5,
    "part_of_topic": 0.5,
    "of_successor": 0.8,
    "of_target": 0.7,
    "of_partner": 0.5,
    "named_holder": 0.5,
    "second_field": 0.3,
    # What a word of the question tells.
    "about": 0.1,
    "procedure_met": 0.35,
    "procedure_unmet": 0.15,
    "verb_met": 0.4,
    "action_met": 0.9,
    "gerund_unmet": 0.9,
    "verb_unmet": 0.25,
    "guess_met": 0.1,
    "guess_unmet": 0.1,
    "adjunct": 0.4,
    "complement": 0.8,
    "situation": 0.25,
    # What else speaks for an answer.
    "phrase": 0.4,
    "phrase_of_term": 0.36,
    "whole_name": 1.5,
    "entry": 2.0,
    "overall": 0.5,
    "role_asked": 1.3,
    "person": 0.75,
    "role_step": 0.05,
    "length_step": 0.01,
    # What is enough.
    "enough": 0.5,
    "strong": 0.55,
    "unsure": 0.6,
    "part_of_name": 0.8,
    "other_head": 0.75,
    "part_of_name_enough": 0.4,
    "near_best": 0.9,
    "score_near_best": 0.75,
    "score_near_best_of_one": 0.1,
}
"""Each is a rule; one that no question needs has no place here."""

"""What all stories ask with: the province, and the codes of what was planted in it."""

import datetime
import unittest

from served import PEOPLE_FULL

TIMEZONE = datetime.timezone(datetime.timedelta(hours=7))


def at(local):
    """A time in the province as answers write it: "2023-11-27 16:40" or with seconds."""
    time = datetime.datetime.fromisoformat(local).replace(tzinfo=TIMEZONE).astimezone(datetime.timezone.utc)
    return time.strftime("%Y-%m-%dT%H:%M:%S.000Z")


class Asking(unittest.TestCase):
    province = None  # one for all stories
    maxDiff = None

    def planted(self, name):
        case = self.province.cases[name]
        if "leftOut" in case:
            self.assertLess(self.province.people, PEOPLE_FULL)
            self.assertIn(name, self.province.planted["leftOut"])
            self.skipTest("left out for want of people")
        return case

    def key(self, case, key):
        return next(one for one in case["keys"] if one["key"] == key)

    def dossier_of(self, case, key):
        return self.key(case, key)["dossier"]

    def person_of(self, case, key):
        return self.key(case, key)["personCode"]

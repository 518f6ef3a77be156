"""Power over powers, tried by one person alone."""
from province import Client


def four_eyes(attempts, port, tokens, people):
    """One administrator alone gives nobody power over powers, over the system, or to read everybody."""
    administrator, staff = Client(port, tokens["administrator"]), Client(port, tokens["staff"])
    me = staff.get("/v1/me")[1]["person"]
    for power in ("INSPECT", "GRANT", "ADMINISTER"):
        code = f"TU-{power}"
        mandate = {"mandate": code, "person": me, "powers": [power, "DECIDE"], "unit": "51", "reach": "SUBTREE",
                   "capacity": "IN_OFFICE", "from": "2023-11-01", "to": "2031-12-30", "document": "VB-51-PC"}
        attempts.refused(f"{power} is granted by one, and says so itself",
                         administrator.post("/v1/mandates", mandate | {"secondPerson": "NOT_ASKED"})[0], (400, 422))
        status, answer, _ = administrator.post("/v1/mandates", mandate)
        if status != 201:
            raise RuntimeError(f"{power} was not granted: {status} {answer}")
        known = administrator.get(f"/v1/mandates/{code}?min_position={answer['lastPosition']}")
        revision = {"If-Match": known[2]["ETag"]}
        at = f"/v1/mandates/{code}/"
        attempts.refused(f"{power}: the granter confirms", administrator.post(at + "confirmation", {}, revision)[0],
                         (403,))
        attempts.refused(f"{power}: the holder confirms", staff.post(at + "confirmation", {}, revision)[0], (403,))
        attempts.refused(f"{power}: the head confirms",
                         Client(port, tokens["head"]).post(at + "confirmation", {}, revision)[0], (403,))
        attempts.refused(f"{power}: confirmed for somebody else",
                         Client(port, tokens["inspector"]).post(at + "confirmation", {"person": people[0]},
                                                                revision)[0], (400, 422))
        for dates in ({"from": "2023-10-31"}, {"to": "2031-12-31"}):
            attempts.refused(f"{power}: widened {dates}",
                             administrator.post(at + "corrections", dates | {"reason": "thử"}, revision)[0], (409,))
    for who in people[:3]:
        attempts.refused(f"who waits to inspect reads {who}",
                         staff.get(f"/v1/dossiers/2023.{who}", {"Purpose": "05"})[0], (404,))
    attempts.refused("who waits to inspect reads who was refused", staff.get("/v1/access/refusals")[0], (403, 404))
    further = {"mandate": "TU-TIEP", "person": people[0], "powers": ["DECIDE"], "unit": "51-S05", "reach": "SUBTREE",
               "capacity": "IN_OFFICE", "from": "2023-11-01", "document": "VB-51-PC"}
    attempts.refused("who waits to grant grants", staff.post("/v1/mandates", further)[0], (403,))
    hook = {"webhook": "TU-CAP", "url": "https://127.0.0.1:1/", "types": ["mandate.granted"]}
    attempts.refused("who waits to administer subscribes", staff.post("/v1/webhooks", hook)[0], (403, 422))
    attempts.refused("who waits to administer gives out a slip", staff.post(f"/v1/accounts/{people[0]}/slips", {})[0],
                     (404,))
    attempts.refused("the inspector's own is widened",
                     administrator.post("/v1/mandates/MQ-51-TT/corrections", {"from": "2023-10-19", "reason": "thử"},
                                        {"If-Match": administrator.get("/v1/mandates/MQ-51-TT")[2]["ETag"]})[0],
                     (409,))
    # What was refused above was refused for want of a second person, and for nothing else.
    revision = {"If-Match": administrator.get("/v1/mandates/TU-INSPECT")[2]["ETag"]}
    status, answer, _ = Client(port, tokens["inspector"]).post("/v1/mandates/TU-INSPECT/confirmation", {}, revision)
    if status != 201:
        raise RuntimeError(f"the inspector does not confirm: {status} {answer}")
    status = staff.get(f"/v1/dossiers/2023.{people[0]}?min_position={answer['lastPosition']}", {"Purpose": "05"})[0]
    if status != 200:
        raise RuntimeError(f"what was confirmed gives nothing: {status}")

// 6 All around an actor
// What documents affirm of an actor and others, those first that most documents bear out. Double-click a node to go on
// from there.
// $actor = "japan" (Actor) who
// $limit = 40 (integer) no more relationships than this
MATCH (actor:Actor {key: $actor})-[fact]-(other:Entity)
WHERE fact.origin = "claims"
RETURN actor, fact, other
ORDER BY fact.documents DESC, fact.claims DESC, other.key, type(fact)
LIMIT toInteger($limit);

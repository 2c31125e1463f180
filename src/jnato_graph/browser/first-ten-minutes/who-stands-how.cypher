// 2 Who stands how to a thing
// What documents affirm, as direct relationships: red is against it, green is for it, violet proposed it. A relationship
// counts the claims and documents behind it; click it to see. Its colour says nothing of how sure it is.
// $thing = "nato-liaison-office-tokyo" (Entity) the thing
MATCH (thing:Entity {key: $thing})
MATCH position = (:Actor)-[:OPPOSES|SUPPORTS|PROPOSED]->(thing)
RETURN position;

"""Reads a network with networkx and prints its nodes and edges with their attributes."""

import json
import sys

import networkx

graph = networkx.read_graphml(sys.argv[1], force_multigraph=True)
nodes = {name: dict(data) for name, data in graph.nodes(data=True)}
edges = [{"from": start, "to": end, **data} for start, end, data in graph.edges(data=True)]
print(json.dumps({"directed": graph.is_directed(), "nodes": nodes, "edges": edges}))

// Handlers of compound statements other than definitions.
#include "analyzer/syntax/lowering.h"

namespace tfscope {

std::optional<Item> Lowering::LowerCompound(const Frame& frame, Items items) {
  const auto node = [&](NodeId id) { return Item{frame.symbol, false, id, kNoNode, frame.extent}; };
  switch (frame.symbol) {
    case Symbol::kIfStatement:
      return node(If(frame, items));
    case Symbol::kElifClause:
      return Item{frame.symbol, false, FirstExpression(items, frame.extent), BlockOf(items, frame.extent),
                  frame.extent};
    case Symbol::kElseClause:
    case Symbol::kFinallyClause:
      return node(BlockOf(items, frame.extent));
    case Symbol::kWhileStatement:
      return node(builder_.Add(
          NodeKind::kWhile, frame.extent,
          {FirstExpression(items, frame.extent), BlockOf(items, frame.extent), ClauseOf(items, Symbol::kElseClause)}));
    case Symbol::kForStatement:
      return node(For(frame, items));
    case Symbol::kTryStatement:
      return node(Try(frame, items));
    case Symbol::kExceptClause:
    case Symbol::kExceptGroupClause:
      return ExceptHandler(frame, items);
    case Symbol::kWithStatement:
      return node(With(frame, items));
    case Symbol::kWithItem: {
      const bool as = !items.empty() && items[0].symbol == Symbol::kAsPattern;
      const NodeId context = as ? items[0].node : FirstExpression(items, frame.extent);
      return node(builder_.Add(NodeKind::kWithItem, frame.extent, {context, as ? items[0].second : kNoNode}));
    }
    default:
      return std::nullopt;
  }
}

// The suite of a statement; an empty one where an error took it.
NodeId Lowering::BlockOf(Items items, Extent extent) {
  const Item* block = Find(items, Symbol::kBlock);
  if (block != nullptr && block->node != kNoNode && builder_.kind(block->node) == NodeKind::kBlock) return block->node;
  return builder_.Add(NodeKind::kBlock, {extent.end, extent.end}, {});
}

NodeId Lowering::ClauseOf(Items items, Symbol clause) {
  const Item* found = Find(items, clause);
  return found == nullptr ? kNoNode : found->node;
}

NodeId Lowering::If(const Frame& frame, Items items) {
  std::vector<NodeId> nodes{FirstExpression(items, frame.extent), BlockOf(items, frame.extent)};
  NodeId otherwise = kNoNode;
  for (const Item& item : items) {
    if (item.symbol == Symbol::kElifClause) {
      nodes.push_back(item.node);
      nodes.push_back(item.second);
    } else if (item.symbol == Symbol::kElseClause) {
      otherwise = item.node;
    }
  }
  if (otherwise != kNoNode) nodes.push_back(otherwise);
  return builder_.Add(NodeKind::kIf, frame.extent, nodes);
}

NodeId Lowering::For(const Frame& frame, Items items) {
  NodeId target = kNoNode;
  NodeId iterable = kNoNode;
  bool behind_in = false;
  for (const Item& item : items) {
    if (item.symbol == Symbol::kInToken) behind_in = true;
    if (item.symbol == Symbol::kColonToken) break;
    if (IsToken(item.symbol)) continue;
    (behind_in ? iterable : target) = Expression(item);
  }
  if (target == kNoNode) target = Hole(frame.extent);
  if (iterable == kNoNode) iterable = Hole(frame.extent);
  const NodeId node =
      builder_.Add(NodeKind::kFor, frame.extent,
                   {target, iterable, BlockOf(items, frame.extent), ClauseOf(items, Symbol::kElseClause)});
  if (Find(items, Symbol::kAsyncToken)) {
    NotePython3();
    builder_.SetFlag(node, NodeFlag::kAsync);
  }
  return node;
}

NodeId Lowering::Try(const Frame& frame, Items items) {
  std::vector<NodeId> nodes{BlockOf(items, frame.extent), ClauseOf(items, Symbol::kElseClause),
                            ClauseOf(items, Symbol::kFinallyClause)};
  bool star = false;
  for (const Item& item : items) {
    if (item.symbol != Symbol::kExceptClause && item.symbol != Symbol::kExceptGroupClause) continue;
    nodes.push_back(item.node);
    star |= item.symbol == Symbol::kExceptGroupClause || item.flag;
  }
  const NodeId node = builder_.Add(NodeKind::kTry, frame.extent, nodes);
  if (star) {
    NotePython3();
    builder_.SetFlag(node, NodeFlag::kStar);
  }
  return node;
}

Item Lowering::ExceptHandler(const Frame& frame, Items items) {
  NodeId parts[2] = {kNoNode, kNoNode};  // type, target
  size_t index = 0;
  for (const Item& item : items) {
    if (item.symbol == Symbol::kColonToken || item.symbol == Symbol::kBlock) break;
    if (item.symbol == Symbol::kCommaToken) {
      NotePython2(frame.extent.begin, "multiple exception types must be parenthesized");
    } else if (item.symbol == Symbol::kAsPattern) {
      parts[0] = item.node;
      parts[1] = item.second;
    } else if (!IsToken(item.symbol) && index < 2) {
      parts[index++] = Expression(item);
    }
  }
  // `except *E` with a blank is a starred type for the grammar.
  const bool star = parts[0] != kNoNode && builder_.kind(parts[0]) == NodeKind::kStarred;
  if (star) parts[0] = builder_.children(parts[0])[0];
  const NodeId node =
      builder_.Add(NodeKind::kExceptHandler, frame.extent, {parts[0], parts[1], BlockOf(items, frame.extent)});
  return {frame.symbol, star, node, kNoNode, frame.extent};
}

NodeId Lowering::With(const Frame& frame, Items items) {
  std::vector<NodeId> nodes;
  for (const Item& item : items) {
    if (item.symbol == Symbol::kWithItem) nodes.push_back(item.node);
  }
  if (nodes.empty()) nodes.push_back(builder_.Add(NodeKind::kWithItem, frame.extent, {Hole(frame.extent), kNoNode}));
  nodes.push_back(BlockOf(items, frame.extent));
  const NodeId node = builder_.Add(NodeKind::kWith, frame.extent, nodes);
  if (Find(items, Symbol::kAsyncToken)) {
    NotePython3();
    builder_.SetFlag(node, NodeFlag::kAsync);
  }
  return node;
}

NodeId Lowering::AugmentedAssignment(const Frame& frame, Items items) {
  // The tokens of `+=` and `+` give one operator.
  const NodeId binary = Binary(frame, items);
  if (builder_.kind(binary) != NodeKind::kBinary) return binary;
  const Node node = builder_.node(binary);
  const NodeId target = builder_.children(binary)[0];
  const NodeId value = builder_.children(binary)[1];
  return builder_.Add(NodeKind::kAugmentedAssign, frame.extent, {target, value}, node.op);
}

}  // namespace tfscope

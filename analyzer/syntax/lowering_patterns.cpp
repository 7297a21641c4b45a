// Handlers of the match statement, and of targets that look like its patterns.
#include "analyzer/syntax/lowering.h"

namespace tfscope {

std::optional<Item> Lowering::LowerPattern(const Frame& frame, Items items) {
  const auto node = [&](NodeId id) { return Item{frame.symbol, false, id, kNoNode, frame.extent}; };
  size_t index = 0;
  switch (frame.symbol) {
    case Symbol::kMatchStatement:
      return node(Match(frame, items));
    case Symbol::kCaseClause:
      return node(MatchCase(frame, items));
    case Symbol::kCasePattern:
      return node(SimplePattern(items, index));
    case Symbol::kTuplePattern:
    case Symbol::kListPattern:
      return SequencePattern(frame, items);
    case Symbol::kAsPattern:
      return AsPattern(frame, items);
    case Symbol::kUnionPattern:
      return node(UnionPattern(frame, items));
    case Symbol::kClassPattern:
      return node(ClassPattern(frame, items));
    case Symbol::kDictPattern:
      return node(DictPattern(frame, items));
    case Symbol::kComplexPattern:
      return node(ComplexPattern(frame, items));
    case Symbol::kKeywordPattern: {
      const Atom name = items.empty() ? kNoAtom : AtomOf(items[0].extent);
      index = 2;  // behind `name =`
      return node(builder_.Add(NodeKind::kKeyword, frame.extent, {SimplePattern(items, index)}, 0, name));
    }
    case Symbol::kSplatPattern: {
      const bool wildcard = items.empty() || items.back().symbol == Symbol::kWildcardToken;
      const Atom name = wildcard ? kNoAtom : AtomOf(items.back().extent);
      const bool mapping = TextAt(frame.extent.begin, 2) == "**";
      return node(builder_.Add(mapping ? NodeKind::kMatchCapture : NodeKind::kMatchStar, frame.extent, {}, 0, name));
    }
    default:
      return std::nullopt;
  }
}

NodeId Lowering::Match(const Frame& frame, Items items) {
  NotePython3();
  size_t end = 0;
  while (end < items.size() && items[end].symbol != Symbol::kColonToken) ++end;
  const NodeId subject = SequenceOrOne(items.first(end));
  std::vector<NodeId> nodes{subject == kNoNode ? Hole(frame.extent) : subject};
  const NodeId block = BlockOf(items, frame.extent);
  for (const NodeId child : builder_.children(block)) {
    if (builder_.kind(child) == NodeKind::kMatchCase) nodes.push_back(child);
  }
  return builder_.Add(NodeKind::kMatch, frame.extent, nodes);
}

NodeId Lowering::MatchCase(const Frame& frame, Items items) {
  std::vector<NodeId> patterns;
  bool sequence = false;
  NodeId guard = kNoNode;
  Extent place = frame.extent;
  for (const Item& item : items) {
    if (item.symbol == Symbol::kColonToken) break;
    if (item.symbol == Symbol::kCommaToken) sequence = true;
    if (item.symbol == Symbol::kIfClause) guard = item.node;
    if (item.symbol != Symbol::kCasePattern) continue;
    if (patterns.empty()) place.begin = item.extent.begin;
    place.end = item.extent.end;
    patterns.push_back(item.node);
  }
  NodeId pattern = patterns.empty() ? Hole(frame.extent) : patterns[0];
  if (sequence) pattern = builder_.Add(NodeKind::kMatchSequence, place, patterns);
  return builder_.Add(NodeKind::kMatchCase, frame.extent, {pattern, guard, BlockOf(items, frame.extent)});
}

// The pattern that starts at items[index]; numbers may have a sign, so that one pattern can be two items.
NodeId Lowering::SimplePattern(Items items, size_t& index) {
  if (index >= items.size()) return Hole(items.empty() ? Extent{} : items.back().extent);
  const Item& item = items[index++];
  switch (item.symbol) {
    case Symbol::kWildcardToken:
      return builder_.Add(NodeKind::kMatchCapture, item.extent, {});
    case Symbol::kMinusToken: {
      if (index >= items.size()) return Hole(item.extent);
      const Item& number = items[index++];
      const Extent extent{item.extent.begin, number.extent.end};
      const NodeId value =
          builder_.Add(NodeKind::kUnary, extent, {Expression(number)}, static_cast<uint8_t>(UnaryOperator::kNegative));
      return builder_.Add(NodeKind::kMatchValue, extent, {value});
    }
    case Symbol::kDottedName: {
      const std::string_view name = builder_.text(item.extent);
      if (name == "_") return builder_.Add(NodeKind::kMatchCapture, item.extent, {});
      if (name.find('.') == std::string_view::npos) return builder_.AddLeaf(NodeKind::kMatchCapture, item.extent, name);
      return builder_.Add(NodeKind::kMatchValue, item.extent, {Expression(item)});
    }
    case Symbol::kTuplePattern:
    case Symbol::kListPattern:
      // An empty one looks like a target.
      if (builder_.kind(item.node) == NodeKind::kTuple || builder_.kind(item.node) == NodeKind::kList) {
        return builder_.Add(NodeKind::kMatchSequence, item.extent, {});
      }
      return item.node;
    case Symbol::kString:
    case Symbol::kConcatenatedString:
    case Symbol::kInteger:
    case Symbol::kFloat:
    case Symbol::kTrue:
    case Symbol::kFalse:
    case Symbol::kNone:
    case Symbol::kComplexPattern:
      return builder_.Add(NodeKind::kMatchValue, item.extent, {Expression(item)});
    default:
      return Expression(item);
  }
}

NodeId Lowering::UnionPattern(const Frame& frame, Items items) {
  std::vector<NodeId> patterns;
  for (size_t index = 0; index < items.size();) {
    if (items[index].symbol == Symbol::kPipeToken) {
      ++index;
    } else {
      patterns.push_back(SimplePattern(items, index));
    }
  }
  return builder_.Add(NodeKind::kMatchOr, frame.extent, patterns);
}

NodeId Lowering::ClassPattern(const Frame& frame, Items items) {
  std::vector<NodeId> nodes{FirstExpression(items, frame.extent)};
  for (const Item& item : items) {
    if (item.symbol == Symbol::kCasePattern) nodes.push_back(item.node);
  }
  return builder_.Add(NodeKind::kMatchClass, frame.extent, nodes);
}

NodeId Lowering::DictPattern(const Frame& frame, Items items) {
  std::vector<NodeId> nodes;
  for (size_t index = 0; index < items.size();) {
    const Item& item = items[index];
    if (item.symbol == Symbol::kSplatPattern) {
      nodes.push_back(kNoNode);
      nodes.push_back(item.node);
      ++index;
    } else if (item.symbol == Symbol::kCommaToken || item.symbol == Symbol::kColonToken) {
      ++index;
    } else {
      // The key is a value; its pattern wraps the expression that the mapping holds.
      const NodeId key = SimplePattern(items, index);
      const bool value = builder_.kind(key) == NodeKind::kMatchValue;
      nodes.push_back(value ? builder_.children(key)[0] : key);
      while (index < items.size() && items[index].symbol != Symbol::kCasePattern) ++index;
      nodes.push_back(index < items.size() ? items[index++].node : Hole(frame.extent));
    }
  }
  return builder_.Add(NodeKind::kMatchMapping, frame.extent, nodes);
}

// [-] real (+|-) imaginary
NodeId Lowering::ComplexPattern(const Frame& frame, Items items) {
  NodeId left = kNoNode;
  bool negative = false;
  uint8_t op = static_cast<uint8_t>(BinaryOperator::kAdd);
  for (const Item& item : items) {
    if (item.symbol == Symbol::kMinusToken) {
      if (left == kNoNode) negative = true;
      if (left != kNoNode) op = static_cast<uint8_t>(BinaryOperator::kSubtract);
    } else if (!IsToken(item.symbol) && left == kNoNode) {
      left = Expression(item);
      const Extent extent{frame.extent.begin, item.extent.end};
      if (negative) {
        left = builder_.Add(NodeKind::kUnary, extent, {left}, static_cast<uint8_t>(UnaryOperator::kNegative));
      }
    }
  }
  const NodeId right = items.empty() ? Hole(frame.extent) : Expression(items.back());
  if (left == kNoNode) left = Hole(frame.extent);
  return builder_.Add(NodeKind::kBinary, frame.extent, {left, right}, op);
}

// (a, b) and [a, b] as targets of an assignment or as patterns of a case: what they hold tells.
Item Lowering::SequencePattern(const Frame& frame, Items items) {
  const bool tuple = frame.symbol == Symbol::kTuplePattern;
  if (!Find(items, Symbol::kCasePattern)) {
    // In targets, (a) is a and only (a,) a tuple.
    if (tuple && items.size() == 1) {
      return {Symbol::kParenthesizedExpression, false, WithParentheses(Expression(items[0]), frame.extent), kNoNode,
              frame.extent};
    }
    const NodeId node = builder_.Add(tuple ? NodeKind::kTuple : NodeKind::kList, frame.extent, Elements(items));
    if (tuple) builder_.SetFlag(node, NodeFlag::kParenthesized);
    return {frame.symbol, false, node, kNoNode, frame.extent};
  }
  const bool group = tuple && items.size() == 1;
  const NodeId node = group ? items[0].node : builder_.Add(NodeKind::kMatchSequence, frame.extent, Elements(items));
  return {frame.symbol, false, node, kNoNode, frame.extent};
}

// `context as target` gives both; `pattern as name` gives one node.
Item Lowering::AsPattern(const Frame& frame, Items items) {
  if (items.empty()) return {frame.symbol, false, Hole(frame.extent), kNoNode, frame.extent};
  if (items[0].symbol == Symbol::kCasePattern) {
    const Atom name = AtomOf(items.back().extent);
    // `keyword=pattern as name` names the pattern; to the parser it names the whole.
    const bool keyword = builder_.kind(items[0].node) == NodeKind::kKeyword;
    const NodeId pattern = keyword ? builder_.children(items[0].node)[0] : items[0].node;
    NodeId node = builder_.Add(NodeKind::kMatchAs, frame.extent, {pattern}, 0, name);
    if (keyword) {
      builder_.SetChild(items[0].node, 0, node);
      node = items[0].node;
    }
    return {frame.symbol, false, node, kNoNode, frame.extent};
  }
  const NodeId target = items.size() > 1 ? Expression(items.back()) : Hole(frame.extent);
  return {frame.symbol, false, Expression(items[0]), target, frame.extent};
}

}  // namespace tfscope

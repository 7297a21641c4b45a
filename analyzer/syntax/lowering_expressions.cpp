// Handlers of expressions.
#include <algorithm>
#include <string>

#include "analyzer/syntax/lowering.h"

namespace tfscope {
namespace {

std::optional<BinaryOperator> BinaryOperatorOf(Symbol token) {
  switch (token) {
    case Symbol::kPlusToken:
    case Symbol::kPlusEqualToken:
      return BinaryOperator::kAdd;
    case Symbol::kMinusToken:
    case Symbol::kMinusEqualToken:
      return BinaryOperator::kSubtract;
    case Symbol::kStarToken:
    case Symbol::kStarEqualToken:
      return BinaryOperator::kMultiply;
    case Symbol::kAtToken:
    case Symbol::kAtEqualToken:
      return BinaryOperator::kMatrixMultiply;
    case Symbol::kSlashToken:
    case Symbol::kSlashEqualToken:
      return BinaryOperator::kDivide;
    case Symbol::kPercentToken:
    case Symbol::kPercentEqualToken:
      return BinaryOperator::kModulo;
    case Symbol::kDoubleStarToken:
    case Symbol::kDoubleStarEqualToken:
      return BinaryOperator::kPower;
    case Symbol::kLeftShiftToken:
    case Symbol::kLeftShiftEqualToken:
      return BinaryOperator::kLeftShift;
    case Symbol::kRightShiftToken:
    case Symbol::kRightShiftEqualToken:
      return BinaryOperator::kRightShift;
    case Symbol::kPipeToken:
    case Symbol::kPipeEqualToken:
      return BinaryOperator::kBitOr;
    case Symbol::kCaretToken:
    case Symbol::kCaretEqualToken:
      return BinaryOperator::kBitXor;
    case Symbol::kAmpersandToken:
    case Symbol::kAmpersandEqualToken:
      return BinaryOperator::kBitAnd;
    case Symbol::kDoubleSlashToken:
    case Symbol::kDoubleSlashEqualToken:
      return BinaryOperator::kFloorDivide;
    default:
      return std::nullopt;
  }
}

std::optional<CompareOperator> CompareOperatorOf(Symbol token) {
  switch (token) {
    case Symbol::kEqualEqualToken:
      return CompareOperator::kEqual;
    case Symbol::kNotEqualToken:
    case Symbol::kLessGreaterToken:
      return CompareOperator::kNotEqual;
    case Symbol::kLessToken:
      return CompareOperator::kLess;
    case Symbol::kLessEqualToken:
      return CompareOperator::kLessEqual;
    case Symbol::kGreaterToken:
      return CompareOperator::kGreater;
    case Symbol::kGreaterEqualToken:
      return CompareOperator::kGreaterEqual;
    case Symbol::kIsToken:
      return CompareOperator::kIs;
    case Symbol::kIsNotToken:
      return CompareOperator::kIsNot;
    case Symbol::kInToken:
      return CompareOperator::kIn;
    case Symbol::kNotInToken:
      return CompareOperator::kNotIn;
    default:
      return std::nullopt;
  }
}

// The items behind the marker `symbol`, or none.
Items Behind(Items items, Symbol symbol) {
  const Item* marker = Find(items, symbol);
  return marker == nullptr ? Items() : items.subspan(static_cast<size_t>(marker - items.data()) + 1);
}

}  // namespace

std::optional<Item> Lowering::LowerExpression(const Frame& frame, Items items) {
  const auto node = [&](NodeId id) { return Item{frame.symbol, false, id, kNoNode, frame.extent}; };
  const auto of_kind = [&](NodeKind kind) { return node(builder_.Add(kind, frame.extent, Elements(items))); };
  const auto of_one = [&](NodeKind kind) {
    return node(builder_.Add(kind, frame.extent, {FirstExpression(items, frame.extent)}));
  };
  switch (frame.symbol) {
    case Symbol::kString:
      return node(FormattedString(frame, items));
    case Symbol::kConcatenatedString:
      return node(ConcatenatedString(frame, items));
    case Symbol::kInterpolation:
    case Symbol::kFormatExpression:
      return Interpolation(frame, items);
    case Symbol::kFormatSpecifier:
      return node(FormatSpecifier(frame, items));
    case Symbol::kAttribute:
      return node(Attribute(frame, items));
    case Symbol::kSubscript:
      return node(Subscript(frame, items));
    case Symbol::kSlice:
      return node(Slice(frame, items));
    case Symbol::kCall:
      return node(Call(frame, items));
    case Symbol::kKeywordArgument: {
      const NodeId value = items.empty() ? Hole(frame.extent) : Expression(items.back());
      const Atom name = items.empty() ? kNoAtom : AtomOf(items.front().extent);
      return node(builder_.Add(NodeKind::kKeyword, frame.extent, {value}, 0, name));
    }
    case Symbol::kListSplat:
    case Symbol::kListSplatPattern:
    case Symbol::kSplatType:
      return of_one(NodeKind::kStarred);
    case Symbol::kDictionarySplat:
    case Symbol::kDictionarySplatPattern:
    case Symbol::kType:
    case Symbol::kConstrainedType:
    case Symbol::kAsPatternTarget:
    case Symbol::kIfClause:
    case Symbol::kChevron:
      return node(FirstExpression(items, frame.extent));
    case Symbol::kNotOperator:
      return of_one(NodeKind::kUnary);  // UnaryOperator::kNot is 0
    case Symbol::kAwait:
      NotePython3();
      return of_one(NodeKind::kAwait);
    case Symbol::kBinaryOperator:
    case Symbol::kUnionType:
      return node(Binary(frame, items));
    case Symbol::kUnaryOperator:
      return node(Unary(frame, items));
    case Symbol::kComparisonOperator:
      return node(Comparison(frame, items));
    case Symbol::kConditionalExpression: {
      std::vector<NodeId> parts = Elements(items);  // body, test, otherwise
      while (parts.size() < 3) parts.push_back(Hole(frame.extent));
      const NodeId starred = TakeStar(parts[0]);
      return node(PutStar(starred, builder_.Add(NodeKind::kConditional, frame.extent, {parts[1], parts[0], parts[2]})));
    }
    case Symbol::kLambda:
      return node(Lambda(frame, items));
    case Symbol::kNamedExpression:
      NotePython3();
      return of_kind(NodeKind::kNamedExpression);
    case Symbol::kYield:
      return node(Yield(frame, items));
    case Symbol::kParenthesizedExpression:
      return Parenthesized(frame, items);
    case Symbol::kTuple: {
      NodeId tuple = TupleOf(items, frame.extent);
      return node(WithParentheses(tuple, frame.extent));
    }
    case Symbol::kExpressionList:
    case Symbol::kPatternList:
      return node(TupleOf(items, frame.extent));
    case Symbol::kList:
      return of_kind(NodeKind::kList);
    case Symbol::kSet:
      return of_kind(NodeKind::kSet);
    case Symbol::kDictionary:
      return node(Dictionary(frame, items));
    case Symbol::kPair: {
      const std::vector<NodeId> parts = Elements(items);
      const NodeId value = parts.size() > 1 ? parts[1] : Hole(frame.extent);
      return Item{frame.symbol, false, parts.empty() ? Hole(frame.extent) : parts[0], value, frame.extent};
    }
    case Symbol::kListComprehension:
      return node(Comprehension(NodeKind::kListComprehension, frame, items));
    case Symbol::kSetComprehension:
      return node(Comprehension(NodeKind::kSetComprehension, frame, items));
    case Symbol::kDictionaryComprehension:
      return node(Comprehension(NodeKind::kDictComprehension, frame, items));
    case Symbol::kGeneratorExpression:
      return node(Comprehension(NodeKind::kGenerator, frame, items));
    case Symbol::kForInClause:
      return ForClause(frame, items);
    case Symbol::kGenericType:
      return node(GenericType(frame, items));
    case Symbol::kMemberType:
      return node(Attribute(frame, items));
    default:
      return std::nullopt;
  }
}

NodeId Lowering::Literal(Symbol symbol, Extent extent) {
  switch (symbol) {
    case Symbol::kTrue:
      return builder_.Add(NodeKind::kTrue, extent, {});
    case Symbol::kFalse:
      return builder_.Add(NodeKind::kFalse, extent, {});
    case Symbol::kNone:
      return builder_.Add(NodeKind::kNone, extent, {});
    case Symbol::kEllipsisLiteral:
      return builder_.Add(NodeKind::kEllipsis, extent, {});
    default:
      break;
  }
  const auto& blanked = prepared_.blanked;
  const auto statement = std::find_if(blanked.begin(), blanked.end(),
                                      [&](const BlankedStatement& known) { return known.begin == extent.begin; });
  if (statement != blanked.end()) return Hole({statement->begin, statement->end});
  const NumberLiteral number = ReadNumber(builder_.text(extent));
  if (number.error != nullptr) Issue(SyntaxIssue::Kind::kError, extent, number.error);
  if (number.python2) NotePython2(extent.begin, "invalid syntax");
  const NodeKind kind = number.kind == NumberLiteral::Kind::kInt     ? NodeKind::kInt
                        : number.kind == NumberLiteral::Kind::kFloat ? NodeKind::kFloat
                                                                     : NodeKind::kImaginary;
  return builder_.AddLeaf(kind, extent, number.digits);
}

Item Lowering::Parenthesized(const Frame& frame, Items items) {
  if (items.size() == 1 && items[0].symbol == Symbol::kAsPattern) return items[0];
  const NodeId inner = FirstExpression(items, frame.extent);
  return {frame.symbol, false, WithParentheses(inner, frame.extent), kNoNode, frame.extent};
}

NodeId Lowering::Attribute(const Frame& frame, Items items) {
  if (items.size() < 2 || items.back().node != kNoNode) return Hole(frame.extent);
  NodeId object = FirstExpression(items, frame.extent);
  const NodeId starred = TakeStar(object);
  return PutStar(starred, builder_.Add(NodeKind::kAttribute, frame.extent, {object}, 0, AtomOf(items.back().extent)));
}

NodeId Lowering::Subscript(const Frame& frame, Items items) {
  NodeId object = FirstExpression(items, frame.extent);
  const NodeId starred = TakeStar(object);
  const NodeId index = IndexOf(items.empty() ? items : items.subspan(1), frame.extent);
  return PutStar(starred, builder_.Add(NodeKind::kSubscript, frame.extent, {object, index}));
}

// What stands between the brackets of a subscript: one expression or a tuple, and a tuple for `[*a]`, too.
NodeId Lowering::IndexOf(Items items, Extent extent) {
  const NodeId index = SequenceOrOne(items);
  if (index == kNoNode) return Hole(extent);
  if (builder_.kind(index) != NodeKind::kStarred) return index;
  return builder_.Add(NodeKind::kTuple, builder_.extent(index), {index});
}

NodeId Lowering::Slice(const Frame& frame, Items items) {
  NodeId parts[3] = {kNoNode, kNoNode, kNoNode};
  size_t index = 0;
  for (const Item& item : items) {
    if (item.symbol == Symbol::kColonToken) {
      index = std::min<size_t>(index + 1, 2);
    } else if (!IsToken(item.symbol)) {
      parts[index] = Expression(item);
    }
  }
  return builder_.Add(NodeKind::kSlice, frame.extent, {parts[0], parts[1], parts[2]});
}

NodeId Lowering::Argument(const Item& item) {
  if (item.symbol != Symbol::kDictionarySplat) return Expression(item);
  return builder_.Add(NodeKind::kDoubleStarred, item.extent, {item.node});
}

NodeId Lowering::Call(const Frame& frame, Items items) {
  std::vector<NodeId> nodes{FirstExpression(items, frame.extent)};
  if (items.size() > 1 && items[1].symbol != Symbol::kArgumentList) {
    nodes.push_back(Expression(items[1]));  // f(x for x in y)
  }
  bool keyword = false;
  for (const Item& item : Behind(items, Symbol::kArgumentList)) {
    if (IsToken(item.symbol)) continue;
    nodes.push_back(Argument(item));
    const NodeKind kind = builder_.kind(nodes.back());
    if (keyword && kind != NodeKind::kKeyword && kind != NodeKind::kDoubleStarred && kind != NodeKind::kStarred) {
      Issue(SyntaxIssue::Kind::kError, item.extent, "positional argument follows keyword argument");
    }
    keyword |= kind == NodeKind::kKeyword || kind == NodeKind::kDoubleStarred;
  }
  const NodeId starred = TakeStar(nodes[0]);
  return PutStar(starred, builder_.Add(NodeKind::kCall, frame.extent, nodes));
}

NodeId Lowering::Binary(const Frame& frame, Items items) {
  std::vector<NodeId> operands = Elements(items);
  const auto token = std::find_if(items.begin(), items.end(), [](const Item& item) { return IsToken(item.symbol); });
  if (operands.size() != 2 || token == items.end()) return Hole(frame.extent);
  const auto op = BinaryOperatorOf(token->symbol);
  if (!op) return Hole(frame.extent);
  if (*op == BinaryOperator::kMatrixMultiply) NotePython3();
  const NodeId starred = TakeStar(operands[0]);
  return PutStar(starred, BinaryOf(*op, operands[0], operands[1], frame.extent));
}

bool Lowering::IsBare(NodeId id, BinaryOperator op) const {
  const Node& node = builder_.node(id);
  return node.kind == NodeKind::kBinary && node.op == static_cast<uint8_t>(op) &&
         (node.flags & NodeFlag::kParenthesized) == 0;
}

// The grammar lets `^` bind closer than `&`, Python the other way: `a & b ^ c` is `(a & b) ^ c`.
NodeId Lowering::BinaryOf(BinaryOperator op, NodeId left, NodeId right, Extent extent) {
  const auto add = [&](NodeId first, NodeId second) {
    const Extent place{builder_.extent(first).begin, builder_.extent(second).end};
    return builder_.Add(NodeKind::kBinary, place, {first, second}, static_cast<uint8_t>(op));
  };
  if (op == BinaryOperator::kBitAnd && IsBare(right, BinaryOperator::kBitXor)) {
    NodeId innermost = right;
    while (IsBare(builder_.children(innermost)[0], BinaryOperator::kBitXor)) {
      builder_.SetExtent(innermost, {extent.begin, builder_.extent(innermost).end});
      innermost = builder_.children(innermost)[0];
    }
    builder_.SetExtent(innermost, {extent.begin, builder_.extent(innermost).end});
    builder_.SetChild(innermost, 0, BinaryOf(op, left, builder_.children(innermost)[0], extent));
    return right;
  }
  if (op == BinaryOperator::kBitAnd && IsBare(left, BinaryOperator::kBitXor)) {
    builder_.SetChild(left, 1, add(builder_.children(left)[1], right));
    builder_.SetExtent(left, extent);
    return left;
  }
  return builder_.Add(NodeKind::kBinary, extent, {left, right}, static_cast<uint8_t>(op));
}

// The grammar binds a star closer than operators, Python looser: `*a + b` is `*(a + b)`. If `operand` is starred, what
// the star stands before takes its place; PutStar then wraps the whole.
NodeId Lowering::TakeStar(NodeId& operand) {
  const Node& node = builder_.node(operand);
  if (node.kind != NodeKind::kStarred || (node.flags & NodeFlag::kParenthesized) != 0) return kNoNode;
  const NodeId starred = operand;
  operand = builder_.children(starred)[0];
  return starred;
}

NodeId Lowering::PutStar(NodeId starred, NodeId operation) {
  if (starred == kNoNode) return operation;
  const Extent extent = builder_.extent(operation);
  builder_.SetExtent(operation, {builder_.extent(builder_.children(starred)[0]).begin, extent.end});
  return builder_.Add(NodeKind::kStarred, extent, {operation});
}

NodeId Lowering::Unary(const Frame& frame, Items items) {
  UnaryOperator op = UnaryOperator::kInvert;
  if (Find(items, Symbol::kMinusToken)) op = UnaryOperator::kNegative;
  if (Find(items, Symbol::kPlusToken)) op = UnaryOperator::kPositive;
  return builder_.Add(NodeKind::kUnary, frame.extent, {FirstExpression(items, frame.extent)}, static_cast<uint8_t>(op));
}

NodeId Lowering::Comparison(const Frame& frame, Items items) {
  std::vector<NodeId> nodes{FirstExpression(items, frame.extent)};
  for (size_t i = 1; i + 1 < items.size(); i += 2) {
    const auto op = CompareOperatorOf(items[i].symbol);
    if (!op) return Hole(frame.extent);
    if (items[i].symbol == Symbol::kLessGreaterToken) NotePython2(items[i].extent.begin, "invalid syntax");
    const Extent extent{items[i].extent.begin, items[i + 1].extent.end};
    nodes.push_back(
        builder_.Add(NodeKind::kCompareRight, extent, {Expression(items[i + 1])}, static_cast<uint8_t>(*op)));
  }
  if (nodes.size() < 2) return Hole(frame.extent);
  const NodeId starred = TakeStar(nodes[0]);
  return PutStar(starred, builder_.Add(NodeKind::kCompare, frame.extent, nodes));
}

// a and b and c is left-nested in tree-sitter's tree. The operands of a chain stay among the items, behind a marker
// that holds the operator as its flag, until the parent is known to be another operator or none.
void Lowering::LeaveBoolean(const Frame& frame) {
  const auto first = items_.begin() + static_cast<ptrdiff_t>(frame.first_item);
  const bool is_or = Find(Items(first, items_.end()), Symbol::kOrToken) != nullptr;
  const bool chained =
      items_.size() > frame.first_item + 2 && first->symbol == Symbol::kBooleanOperator && first->node == kNoNode;
  if (items_.size() >= frame.first_item + 2 && IsToken(items_.end()[-2].symbol)) items_.erase(items_.end() - 2);
  if (chained && items_[frame.first_item].flag != is_or) {
    const Item marker = items_[frame.first_item];
    const Items operands = Items(items_).subspan(frame.first_item + 1, items_.size() - frame.first_item - 2);
    items_[frame.first_item].node = Boolean(marker, operands, marker.extent);
    items_.erase(items_.begin() + static_cast<ptrdiff_t>(frame.first_item) + 1, items_.end() - 1);
  }
  const Item marker{Symbol::kBooleanOperator, is_or, kNoNode, kNoNode, frame.extent};
  if (chained && items_[frame.first_item].node == kNoNode) {
    items_[frame.first_item] = marker;
  } else {
    items_.insert(items_.begin() + static_cast<ptrdiff_t>(frame.first_item), marker);
  }
  const Frame& parent = frames_.back();
  if (parent.symbol == Symbol::kBooleanOperator && parent.first_item == frame.first_item) return;
  const NodeId node = Boolean(marker, Items(items_).subspan(frame.first_item + 1), frame.extent);
  items_.resize(frame.first_item);
  items_.push_back({Symbol::kBooleanOperator, false, node, kNoNode, frame.extent});
}

NodeId Lowering::Boolean(const Item& marker, Items operands, Extent extent) {
  std::vector<NodeId> nodes = Elements(operands);
  const NodeId starred = nodes.empty() ? kNoNode : TakeStar(nodes[0]);
  return PutStar(starred, builder_.Add(marker.flag ? NodeKind::kOr : NodeKind::kAnd, extent, nodes));
}

NodeId Lowering::Lambda(const Frame& frame, Items items) {
  const Item* parameters = Find(items, Symbol::kLambdaParameters);
  const Extent none{frame.extent.begin + 6, frame.extent.begin + 6};
  const NodeId list = parameters != nullptr ? parameters->node : builder_.Add(NodeKind::kParameters, none, {});
  const NodeId body = items.empty() ? Hole(frame.extent) : Expression(items.back());
  return builder_.Add(NodeKind::kLambda, frame.extent, {list, body});
}

NodeId Lowering::Dictionary(const Frame& frame, Items items) {
  std::vector<NodeId> nodes;
  for (const Item& item : items) {
    if (IsToken(item.symbol)) continue;
    const bool pair = item.symbol == Symbol::kPair;
    nodes.push_back(pair ? item.node : kNoNode);
    nodes.push_back(pair ? item.second : Expression(item));
  }
  return builder_.Add(NodeKind::kDict, frame.extent, nodes);
}

Item Lowering::ForClause(const Frame& frame, Items items) {
  const Item* in = Find(items, Symbol::kInToken);
  if (in == nullptr) return {frame.symbol, false, Hole(frame.extent), Hole(frame.extent), frame.extent};
  const size_t split = static_cast<size_t>(in - items.data());
  const NodeId target = FirstExpression(items.first(split), frame.extent);
  const Items iterables = items.subspan(split + 1);
  if (Find(iterables, Symbol::kCommaToken)) NotePython2(frame.extent.begin, "invalid syntax");
  const NodeId iterable = SequenceOrOne(iterables);
  const bool async = Find(items, Symbol::kAsyncToken) != nullptr;
  if (async) NotePython3();
  return {frame.symbol, async, target, iterable == kNoNode ? Hole(frame.extent) : iterable, frame.extent};
}

NodeId Lowering::Comprehension(NodeKind kind, const Frame& frame, Items items) {
  if (items.empty()) return Hole(frame.extent);
  std::vector<NodeId> nodes{Expression(items[0])};
  if (kind == NodeKind::kDictComprehension) nodes.push_back(items[0].second);
  for (size_t i = 1; i < items.size();) {
    const Item& clause = items[i];
    if (clause.symbol != Symbol::kForInClause) return Hole(frame.extent);
    std::vector<NodeId> parts{clause.node, clause.second};
    Extent extent = clause.extent;
    for (++i; i < items.size() && items[i].symbol == Symbol::kIfClause; ++i) {
      parts.push_back(items[i].node);
      extent.end = items[i].extent.end;
    }
    nodes.push_back(builder_.Add(NodeKind::kComprehensionFor, extent, parts));
    if (clause.flag) builder_.SetFlag(nodes.back(), NodeFlag::kAsync);
  }
  return builder_.Add(kind, frame.extent, nodes);
}

NodeId Lowering::Yield(const Frame& frame, Items items) {
  if (prepared_.python2 && TextAt(frame.extent.begin, 5) == "print") return Print(frame, items);
  if (Find(items, Symbol::kFromToken)) {
    NotePython3();
    return builder_.Add(NodeKind::kYieldFrom, frame.extent, {Expression(items.back())});
  }
  return builder_.Add(NodeKind::kYield, frame.extent, {items.empty() ? kNoNode : Expression(items[0])});
}

NodeId Lowering::GenericType(const Frame& frame, Items items) {
  const NodeId object = FirstExpression(items, frame.extent);
  return builder_.Add(NodeKind::kSubscript, frame.extent,
                      {object, IndexOf(Behind(items, Symbol::kTypeParameter), frame.extent)});
}

}  // namespace tfscope

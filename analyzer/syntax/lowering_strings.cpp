// Handlers of string literals: decoded, joined with their neighbours, f-strings in parts.
#include "analyzer/syntax/lowering.h"

namespace tfscope {
namespace {

Extent Shift(Extent literal, uint32_t begin, uint32_t end) { return {literal.begin + begin, literal.begin + end}; }

}  // namespace

void Lowering::DecodeInto(Extent content, const EscapeRules& rules, std::string& out) {
  if (auto error = DecodeStringContent(builder_.text(content), rules, out)) {
    Issue(SyntaxIssue::Kind::kError, content, std::move(*error));
  }
}

// A literal that is not an f-string.
NodeId Lowering::StringNode(Extent extent) {
  const StringLiteral literal = ReadStringLiteral(builder_.text(extent));
  if (literal.raw && literal.unicode) NotePython2(extent.begin, "invalid syntax");
  // In Python 2 a plain literal is a byte string, in which `\u` is no escape.
  const bool python2 = prepared_.python2;
  std::string value;
  DecodeInto(Shift(extent, literal.content_begin, literal.content_end), {.raw = literal.raw, .bytes = literal.bytes},
             value);
  return builder_.AddLeaf(literal.bytes && !python2 ? NodeKind::kBytes : NodeKind::kString, extent, value);
}

// The items are the replacement fields; the text lies between them.
NodeId Lowering::FormattedString(const Frame& frame, Items items) {
  NotePython3();
  const StringLiteral literal = ReadStringLiteral(builder_.text(frame.extent));
  const EscapeRules rules{.raw = literal.raw, .bytes = false, .formatted = true};
  std::vector<NodeId> parts;
  std::string value;
  uint32_t begin = frame.extent.begin + literal.content_begin;
  uint32_t text_begin = begin;
  const auto take_text = [&](uint32_t end) {
    if (end > begin) DecodeInto({begin, end}, rules, value);
    if (!value.empty()) parts.push_back(builder_.AddLeaf(NodeKind::kString, {text_begin, end}, value));
    value.clear();
  };
  for (const Item& item : items) {
    if (item.node == kNoNode) continue;
    if (item.second != kNoNode) {  // `{x=}`: its source goes with the text before it
      if (item.extent.begin > begin) DecodeInto({begin, item.extent.begin}, rules, value);
      value += builder_.text(builder_.extent(item.second));
      begin = builder_.extent(item.second).end;
      take_text(begin);
    } else {
      take_text(item.extent.begin);
    }
    parts.push_back(item.node);
    begin = text_begin = item.extent.end;
  }
  take_text(frame.extent.begin + literal.content_end);
  return builder_.Add(NodeKind::kFormattedString, frame.extent, parts);
}

NodeId Lowering::FormatSpecifier(const Frame& frame, Items items) {
  std::vector<NodeId> parts;
  uint32_t begin = frame.extent.begin + 1;  // after the colon
  const auto take_text = [&](uint32_t end) {
    if (end > begin) parts.push_back(builder_.AddLeaf(NodeKind::kString, {begin, end}, builder_.text({begin, end})));
  };
  for (const Item& item : items) {
    if (item.symbol != Symbol::kFormatExpression && item.symbol != Symbol::kInterpolation) continue;
    take_text(item.extent.begin);
    parts.push_back(item.node);
    begin = item.extent.end;
  }
  take_text(frame.extent.end);
  return builder_.Add(NodeKind::kFormattedString, frame.extent, parts);
}

// One `{...}`. For `{x=}`, `second` is a node whose place is the source that is shown, `x=`.
Item Lowering::Interpolation(const Frame& frame, Items items) {
  NodeId value = kNoNode;
  NodeId specifier = kNoNode;
  uint8_t conversion = 0;
  const Item* equal = Find(items, Symbol::kEqualToken);
  for (const Item& item : items) {
    if (item.symbol == Symbol::kFormatSpecifier) {
      specifier = item.node;
    } else if (item.symbol == Symbol::kTypeConversion) {
      conversion = static_cast<uint8_t>(builder_.text(item.extent).back());
    } else if (item.symbol == Symbol::kNamedExpression && builder_.kind(item.node) == NodeKind::kNamedExpression) {
      // `{x:=5}` is x in the format `=5`; an assignment needs parentheses here.
      value = builder_.children(item.node)[0];
      const auto colon = static_cast<uint32_t>(builder_.text().find(':', builder_.extent(value).end));
      const Extent format{colon + 1, frame.extent.end - 1};
      specifier = builder_.Add(NodeKind::kFormattedString, {colon, format.end},
                               {builder_.AddLeaf(NodeKind::kString, format, builder_.text(format))});
    } else if (!IsToken(item.symbol)) {
      value = Expression(item);
    }
  }
  if (value == kNoNode) value = Hole(frame.extent);
  NodeId source = kNoNode;
  if (equal != nullptr) {
    const std::string_view text = builder_.text();
    uint32_t end = equal->extent.end;
    while (end < frame.extent.end && text[end] == ' ') ++end;
    source = Hole({frame.extent.begin + 1, end});
    if (conversion == 0 && specifier == kNoNode) conversion = 'r';
  }
  const NodeId node = builder_.Add(NodeKind::kFormattedValue, frame.extent, {value, specifier}, conversion);
  return {frame.symbol, false, node, source, frame.extent};
}

NodeId Lowering::ConcatenatedString(const Frame& frame, Items items) {
  const Item* formatted = nullptr;
  bool bytes = false;
  bool text = false;
  for (const Item& item : items) {
    const NodeKind kind = item.node == kNoNode ? NodeKind::kString : builder_.kind(item.node);
    if (kind == NodeKind::kHole) return Hole(frame.extent);
    if (kind == NodeKind::kFormattedString) formatted = &item;
    const bool is_bytes = item.node == kNoNode && ReadStringLiteral(builder_.text(item.extent)).bytes;
    (is_bytes ? bytes : text) = true;
  }
  const bool python2 = prepared_.python2;
  if (bytes && text && !python2) {
    Issue(SyntaxIssue::Kind::kError, frame.extent, "cannot mix bytes and nonbytes literals");
    return Hole(frame.extent);
  }
  std::vector<NodeId> parts;
  std::string value;
  Extent place = frame.extent;
  const auto flush = [&] {
    if (!value.empty()) parts.push_back(builder_.AddLeaf(NodeKind::kString, place, value));
    value.clear();
  };
  const auto take_text = [&](Extent extent) {
    if (value.empty()) place.begin = extent.begin;
    place.end = extent.end;
  };
  for (const Item& item : items) {
    if (item.node == kNoNode) {
      const StringLiteral literal = ReadStringLiteral(builder_.text(item.extent));
      if (literal.raw && literal.unicode) NotePython2(item.extent.begin, "invalid syntax");
      take_text(item.extent);
      DecodeInto(Shift(item.extent, literal.content_begin, literal.content_end),
                 {.raw = literal.raw, .bytes = literal.bytes}, value);
      continue;
    }
    const std::span<const NodeId> children = builder_.children(item.node);
    for (const NodeId child : std::vector<NodeId>(children.begin(), children.end())) {
      if (builder_.kind(child) == NodeKind::kString) {
        take_text(builder_.extent(child));
        value += builder_.TextOf(builder_.node(child).atom);
      } else {
        flush();
        parts.push_back(child);
      }
    }
  }
  if (formatted != nullptr) {
    flush();
    return builder_.Add(NodeKind::kFormattedString, frame.extent, parts);
  }
  return builder_.AddLeaf(bytes && !python2 ? NodeKind::kBytes : NodeKind::kString, frame.extent, value);
}

}  // namespace tfscope

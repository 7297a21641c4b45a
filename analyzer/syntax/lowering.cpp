// The walk over tree-sitter's tree, errors in it, and what all handlers share.
#include "analyzer/syntax/lowering.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <tree_sitter/api.h>

namespace tfscope {
namespace {

// A dotted name is one node for tree-sitter and a chain for us.
constexpr size_t kMaxDottedParts = 100;

class Cursor {
 public:
  explicit Cursor(TSNode node) : cursor_(ts_tree_cursor_new(node)) {}
  ~Cursor() { ts_tree_cursor_delete(&cursor_); }
  Cursor(const Cursor&) = delete;
  Cursor& operator=(const Cursor&) = delete;

  TSNode Node() const { return ts_tree_cursor_current_node(&cursor_); }
  bool FirstChild() { return ts_tree_cursor_goto_first_child(&cursor_); }
  bool NextSibling() { return ts_tree_cursor_goto_next_sibling(&cursor_); }
  bool Parent() { return ts_tree_cursor_goto_parent(&cursor_); }

 private:
  TSTreeCursor cursor_;
};

uint32_t LevelsOf(Symbol symbol) { return symbol == Symbol::kComparisonOperator ? 2 : 1; }

// Keywords of Python 2 and 3 alike.
bool IsReservedWord(std::string_view word) {
  static constexpr std::array<std::string_view, 28> kWords = {
      "and",    "as",      "assert", "break", "class",  "continue", "def",    "del", "elif", "else",
      "except", "finally", "for",    "from",  "global", "if",       "import", "in",  "is",   "lambda",
      "not",    "or",      "pass",   "raise", "return", "try",      "while",  "with"};
  return std::binary_search(kWords.begin(), kWords.end(), word);
}

// What becomes of a construct with an error right inside it.
enum class Recovery {
  kHole,    ///< an expression: nothing sure can be said of its value
  kUp,      ///< a part of one: the whole is a hole
  kFilter,  ///< a statement: what there is of it
};

Recovery RecoveryOf(Symbol symbol) {
  switch (symbol) {
    case Symbol::kArgumentList:
    case Symbol::kKeywordArgument:
    case Symbol::kPair:
    case Symbol::kSlice:
    case Symbol::kForInClause:
    case Symbol::kIfClause:
    case Symbol::kInterpolation:
    case Symbol::kFormatExpression:
    case Symbol::kFormatSpecifier:
    case Symbol::kTypeParameter:
    case Symbol::kAsPatternTarget:
      return Recovery::kUp;
    case Symbol::kAssignment:
    case Symbol::kAugmentedAssignment:
    case Symbol::kCasePattern:
      return Recovery::kFilter;
    default:
      return symbol >= Symbol::kTuplePattern && symbol <= Symbol::kMemberType ? Recovery::kHole : Recovery::kFilter;
  }
}

}  // namespace

const Item* Find(Items items, Symbol symbol) {
  const auto found =
      std::find_if(items.begin(), items.end(), [symbol](const Item& item) { return item.symbol == symbol; });
  return found == items.end() ? nullptr : &*found;
}

bool IsToken(Symbol symbol) { return symbol >= Symbol::kCommaToken && symbol <= Symbol::kOtherToken; }

NodeId Lowering::Run(const TSTree* tree) {
  const TSNode root = ts_tree_root_node(tree);
  has_errors_ = ts_node_has_error(root);
  const Extent whole{0, static_cast<uint32_t>(builder_.text().size())};
  // A file that fits nowhere has an ERROR at its root: a frame around everything makes a module of it, too.
  frames_.push_back({Symbol::kModule, false, whole, 0});
  Cursor cursor(root);
  for (bool down = true; frames_.size() > 1 || down;) {
    down = Enter(cursor.Node());
    if (down && cursor.FirstChild()) continue;
    if (down) Leave();
    down = false;
    while (!cursor.NextSibling()) {
      if (!cursor.Parent()) break;
      Leave();
    }
    if (frames_.size() > 1) down = true;
  }
  const Frame outer = frames_.back();
  if (items_.size() == 1 && items_[0].node != kNoNode && builder_.kind(items_[0].node) == NodeKind::kModule) {
    builder_.SetExtent(items_[0].node, whole);
    return items_[0].node;
  }
  return Statements(NodeKind::kModule, outer, items_);
}

bool Lowering::Enter(const TSNode& node) {
  const Symbol symbol = symbols_[ts_node_symbol(node)];
  const Extent extent{ts_node_start_byte(node), ts_node_end_byte(node)};
  if (has_errors_ && ts_node_is_missing(node)) {
    EnterMissing(node, symbol, extent);
    return false;
  }
  if (PushLeaf(symbol, extent)) return false;
  if (depth_ + LevelsOf(symbol) >= kMaxTreeDepth) {
    CutDepth(symbol, extent);
    return false;
  }
  if (symbol == Symbol::kError) {
    if (error_depth_++ == 0) GrammarIssue(SyntaxIssue::Kind::kError, extent, "invalid syntax");
  }
  depth_ += LevelsOf(symbol);
  frames_.push_back({symbol, false, extent, items_.size()});
  return true;
}

void Lowering::EnterMissing(const TSNode& node, Symbol symbol, Extent extent) {
  // Tokens are absent without a node for them being needed; a missing expression leaves a hole.
  const bool token = IsToken(symbol) || symbol == Symbol::kOtherToken;
  if (error_depth_ == 0) {
    GrammarIssue(SyntaxIssue::Kind::kMissing, extent,
                 token ? fmt::format("expected `{}`", ts_node_type(node)) : "invalid syntax");
  }
  if (!token) items_.push_back({symbol, false, Hole(extent), kNoNode, extent});
}

// Symbols without children of interest. Names get their node when it is known that they are expressions.
bool Lowering::PushLeaf(Symbol symbol, Extent extent) {
  switch (symbol) {
    case Symbol::kComment:
    case Symbol::kLineContinuation:
    case Symbol::kStringStart:
    case Symbol::kStringContent:
    case Symbol::kStringEnd:
    case Symbol::kOtherToken:
      return true;
    case Symbol::kIdentifier:
      items_.push_back({symbol, false, IsReserved(extent) ? Hole(extent) : kNoNode, kNoNode, extent});
      return true;
    case Symbol::kDottedName:
    case Symbol::kRelativeImport:
    case Symbol::kWildcardImport:
    case Symbol::kImportPrefix:
    case Symbol::kTypeConversion:
    case Symbol::kPositionalSeparator:
    case Symbol::kKeywordSeparator:
      items_.push_back({symbol, false, kNoNode, kNoNode, extent});
      return true;
    case Symbol::kTrue:
    case Symbol::kFalse:
    case Symbol::kNone:
    case Symbol::kEllipsisLiteral:
    case Symbol::kInteger:
    case Symbol::kFloat:
      items_.push_back({symbol, false, Literal(symbol, extent), kNoNode, extent});
      return true;
    case Symbol::kString:
      if (ReadStringLiteral(builder_.text(extent)).formatted) return false;
      items_.push_back({symbol, false, kNoNode, kNoNode, extent});
      return true;
    default:
      if (!IsToken(symbol)) return false;
      items_.push_back({symbol, false, kNoNode, kNoNode, extent});
      return true;
  }
}

void Lowering::CutDepth(Symbol symbol, Extent extent) {
  if (!cut_) Issue(SyntaxIssue::Kind::kTooDeep, extent, "too deeply nested");
  cut_ = true;
  // A block that is cut is an empty one; all else is a hole wherever an expression or statement may stand.
  const bool block = symbol == Symbol::kBlock;
  const NodeId node = block ? builder_.Add(NodeKind::kBlock, extent, {}) : Hole(extent);
  items_.push_back({block ? symbol : Symbol::kOtherRule, false, node, kNoNode, extent});
}

void Lowering::Leave() {
  const Frame frame = frames_.back();
  frames_.pop_back();
  depth_ -= LevelsOf(frame.symbol);
  if (frame.symbol == Symbol::kError) {
    LeaveError(frame);
    return;
  }
  if (frame.broken) {
    LeaveBroken(frame);
    return;
  }
  if (LeaveSpliced(frame)) return;
  const Item result = Lower(frame, Items(items_).subspan(frame.first_item));
  items_.resize(frame.first_item);
  items_.push_back(result);
}

// Statements found inside text that fits nowhere are kept if they stand where statements may.
void Lowering::LeaveError(const Frame& frame) {
  --error_depth_;
  Frame& parent = frames_.back();
  const bool among_statements =
      parent.symbol == Symbol::kModule || parent.symbol == Symbol::kBlock || parent.symbol == Symbol::kError;
  const auto first = items_.begin() + static_cast<ptrdiff_t>(frame.first_item);
  const auto kept = std::remove_if(first, items_.end(), [&](const Item& item) {
    return !among_statements || item.node == kNoNode || !IsStatement(builder_.kind(item.node));
  });
  items_.erase(kept, items_.end());
  parent.broken = true;
  items_.push_back({Symbol::kError, false, kNoNode, kNoNode, frame.extent});
}

void Lowering::LeaveBroken(const Frame& frame) {
  const auto first = items_.begin() + static_cast<ptrdiff_t>(frame.first_item);
  switch (RecoveryOf(frame.symbol)) {
    case Recovery::kUp:
      items_.erase(first, items_.end());
      items_.push_back({Symbol::kError, false, kNoNode, kNoNode, frame.extent});
      frames_.back().broken = true;
      return;
    case Recovery::kHole:
      items_.erase(first, items_.end());
      items_.push_back({frame.symbol, false, Hole(frame.extent), kNoNode, frame.extent});
      return;
    case Recovery::kFilter:
      break;
  }
  const bool block = frame.symbol == Symbol::kModule || frame.symbol == Symbol::kBlock;
  if (!block) {
    const auto kept =
        std::remove_if(first, items_.end(), [](const Item& item) { return item.symbol == Symbol::kError; });
    items_.erase(kept, items_.end());
  }
  // The targets of an assignment are sure, its value is not.
  const bool assignment = frame.symbol == Symbol::kAssignment || frame.symbol == Symbol::kAugmentedAssignment;
  if (assignment && items_.size() > frame.first_item + 1 && !IsToken(items_.back().symbol)) {
    items_.back().node = Hole(items_.back().extent);
  }
  if (LeaveSpliced(frame)) return;
  const Item result = Lower(frame, Items(items_).subspan(frame.first_item));
  items_.resize(frame.first_item);
  items_.push_back(result);
}

// Symbols whose children become their parent's, behind a marker: lists, and chains that are one node for us.
bool Lowering::LeaveSpliced(const Frame& frame) {
  const auto first = items_.begin() + static_cast<ptrdiff_t>(frame.first_item);
  const Item marker{frame.symbol, false, kNoNode, kNoNode, frame.extent};
  switch (frame.symbol) {
    case Symbol::kArgumentList:
    case Symbol::kTypeParameter:
      items_.insert(first, marker);
      return true;
    case Symbol::kWithClause:
      return true;
    case Symbol::kAssignment:
      // a = b = value: the outer one takes the targets.
      if (frames_.back().symbol != Symbol::kAssignment || Find(Items(first, items_.end()), Symbol::kColonToken)) {
        return false;
      }
      items_.insert(first, marker);
      return true;
    case Symbol::kBooleanOperator:
      LeaveBoolean(frame);
      return true;
    default:
      return false;
  }
}

Item Lowering::Lower(const Frame& frame, Items items) {
  if (auto result = LowerExpression(frame, items)) return *result;
  if (auto result = LowerSmallStatement(frame, items)) return *result;
  if (auto result = LowerCompound(frame, items)) return *result;
  if (auto result = LowerDefinition(frame, items)) return *result;
  if (auto result = LowerPattern(frame, items)) return *result;
  return {Symbol::kOtherRule, false, Hole(frame.extent), kNoNode, frame.extent};
}

void Lowering::NotePython2(uint32_t offset, const char* message) {
  if (!python2_mark_ || offset < python2_mark_->offset) python2_mark_ = Python2Mark{offset, message};
}

void Lowering::Issue(SyntaxIssue::Kind kind, Extent extent, std::string message) {
  builder_.AddIssue(kind, extent, std::move(message));
}

// What the grammar does not accept, unless the tokens gave a better reason for it.
void Lowering::GrammarIssue(SyntaxIssue::Kind kind, Extent extent, std::string message) {
  const bool known = std::any_of(prepared_.issues.begin(), prepared_.issues.end(), [&](const LexicalIssue& issue) {
    const std::string_view text = builder_.text();
    const uint32_t first = std::min(extent.begin, issue.offset);
    const uint32_t last = std::max(extent.begin, issue.offset);
    return (extent.begin <= issue.offset && issue.offset <= extent.end) ||
           text.substr(first, last - first).find('\n') == std::string_view::npos;
  });
  if (!known) Issue(kind, extent, std::move(message));
}

// A keyword where the grammar takes any name, as in an `else:` without `if`.
bool Lowering::IsReserved(Extent extent) {
  const uint32_t length = extent.end - extent.begin;
  if (length < 2 || length > 8 || !IsReservedWord(builder_.text(extent))) return false;
  if (error_depth_ == 0) GrammarIssue(SyntaxIssue::Kind::kError, extent, "invalid syntax");
  return true;
}

void Lowering::ReportLexicalIssues() {
  for (const LexicalIssue& issue : prepared_.issues) {
    Issue(SyntaxIssue::Kind::kError, {issue.offset, issue.offset}, issue.message);
  }
}

void Lowering::ReportMixedVersions() {
  if (!python2_mark_ || !python3_) return;
  const uint32_t offset = python2_mark_->offset;
  Issue(SyntaxIssue::Kind::kError, {offset, offset + 1}, python2_mark_->message);
}

NodeId Lowering::Expression(const Item& item) {
  if (item.node != kNoNode) return item.node;
  switch (item.symbol) {
    case Symbol::kIdentifier:
      return builder_.AddLeaf(NodeKind::kName, item.extent, builder_.text(item.extent));
    case Symbol::kDottedName:
      return DottedExpression(item.extent);
    case Symbol::kString:
      return StringNode(item.extent);
    default:
      return Hole(item.extent);
  }
}

NodeId Lowering::FirstExpression(Items items, Extent extent) {
  for (const Item& item : items) {
    if (!IsToken(item.symbol)) return Expression(item);
  }
  return Hole(extent);
}

NodeId Lowering::DottedExpression(Extent extent) {
  const std::string_view text = builder_.text(extent);
  NodeId node = kNoNode;
  size_t begin = 0;
  for (size_t part = 0; begin <= text.size(); ++part) {
    const size_t dot = std::min(text.find('.', begin), text.size());
    const size_t first = text.find_first_not_of(" \t\f\\\n", begin);
    const size_t last = text.find_last_not_of(" \t\f\\\n", dot - 1);
    if (first >= dot || last == std::string_view::npos || part > kMaxDottedParts) return Hole(extent);
    const Extent name{extent.begin + static_cast<uint32_t>(first), extent.begin + static_cast<uint32_t>(last) + 1};
    node = node == kNoNode ? builder_.AddLeaf(NodeKind::kName, name, builder_.text(name))
                           : builder_.Add(NodeKind::kAttribute, {extent.begin, name.end}, {node}, 0, AtomOf(name));
    begin = dot + 1;
  }
  return node;
}

Atom Lowering::DottedAtom(Extent extent) {
  std::string name(builder_.text(extent));
  std::erase_if(name, [](char c) { return c == ' ' || c == '\t' || c == '\f' || c == '\\' || c == '\n'; });
  return builder_.Intern(name);
}

std::vector<NodeId> Lowering::Elements(Items items) {
  std::vector<NodeId> nodes;
  for (const Item& item : items) {
    if (!IsToken(item.symbol)) nodes.push_back(Expression(item));
  }
  return nodes;
}

NodeId Lowering::TupleOf(Items items, Extent extent) { return builder_.Add(NodeKind::kTuple, extent, Elements(items)); }

// One expression, or a tuple if there is a comma.
NodeId Lowering::SequenceOrOne(Items items) {
  if (items.empty()) return kNoNode;
  const Extent extent{items.front().extent.begin, items.back().extent.end};
  if (!Find(items, Symbol::kCommaToken)) return FirstExpression(items, extent);
  return TupleOf(items, extent);
}

// Parentheses leave a flag; those that were backquotes make a node.
NodeId Lowering::WithParentheses(NodeId node, Extent extent) {
  if (TextAt(extent.begin, 1) == "`") return builder_.Add(NodeKind::kBackquote, extent, {node});
  builder_.SetFlag(node, NodeFlag::kParenthesized);
  return node;
}

}  // namespace tfscope

#include "analyzer/syntax/parser.h"

#include <memory>

#include <tree_sitter/api.h>

#include "analyzer/syntax/builder.h"
#include "analyzer/syntax/lowering.h"
#include "analyzer/syntax/preparation.h"
#include "analyzer/syntax/symbols.h"

extern "C" const TSLanguage* tree_sitter_python(void);

namespace tfscope {

struct Parser::State {
  std::unique_ptr<TSParser, void (*)(TSParser*)> parser{ts_parser_new(), &ts_parser_delete};
  SymbolTable symbols{tree_sitter_python()};
  bool usable = ts_parser_set_language(parser.get(), tree_sitter_python());  // false: core and grammar do not fit

  /// Reads the program as Python 2 or not; nothing if that showed that it is of the other version, unless it is the
  /// last attempt.
  std::optional<SyntaxTree> Attempt(const SourceFile& file, Interner& interner, bool python2, bool last);
};

std::optional<SyntaxTree> Parser::State::Attempt(const SourceFile& file, Interner& interner, bool python2, bool last) {
  const PreparedText prepared = PrepareForGrammar(file.text, python2);
  TreeBuilder builder(file, interner);
  using Tree = std::unique_ptr<TSTree, void (*)(TSTree*)>;
  const uint32_t size = static_cast<uint32_t>(prepared.text.size());
  Tree tree(usable ? ts_parser_parse_string(parser.get(), nullptr, prepared.text.data(), size) : nullptr,
            &ts_tree_delete);
  if (!tree) {
    builder.AddIssue(SyntaxIssue::Kind::kError, {0, 0}, "the text could not be parsed");
    return builder.Finish(builder.Add(NodeKind::kModule, {0, size}, {}), false);
  }
  Lowering lowering(builder, symbols, prepared);
  const NodeId root = lowering.Run(tree.get());
  const bool is_python2 = lowering.python2() || (python2 && !lowering.python3());
  if (!last && is_python2 != prepared.python2) return std::nullopt;
  lowering.ReportLexicalIssues();
  lowering.ReportMixedVersions();
  return builder.Finish(root, is_python2);
}

Parser::Parser() : state_(std::make_unique<State>()) {}
Parser::~Parser() = default;

SyntaxTree Parser::Parse(const SourceFile& file, Interner& interner, bool python2) {
  if (auto tree = state_->Attempt(file, interner, python2, false)) return std::move(*tree);
  return std::move(*state_->Attempt(file, interner, !python2, true));
}

}  // namespace tfscope

#include "analyzer/evaluator/program.h"

#include <algorithm>

#include "analyzer/library/embedded.h"
#include "analyzer/syntax/compile_errors.h"
#include "analyzer/syntax/tree_codec.h"
#include "analyzer/tensorflow/api_table.h"

namespace tfscope {

namespace {

namespace fs = std::filesystem;

std::string WithSlashes(std::string_view dotted) {
  std::string result(dotted);
  std::ranges::replace(result, '.', '/');
  return result;
}

/// Folders of sys.path may be relative.
fs::path Absolute(const fs::path& folder) {
  std::error_code error;
  return folder.is_absolute() ? folder : fs::absolute(folder, error);
}

/// CPython has these when a program begins: a file of the same name beside it is not found.
bool IsLoadedAtStart(std::string_view name) {
  constexpr std::string_view kNames[] = {"abc", "builtins", "codecs", "io", "sys"};
  return std::ranges::find(kNames, name) != std::end(kNames);
}

}  // namespace

Program::Program(SourceManager& sources) : sources_(sources), codes_(interner_) {}

const SyntaxTree& Program::Tree(FileId file, bool python2) {
  std::unique_ptr<SyntaxTree>& tree = trees_[python2 ? 1 : 0][file];
  if (tree != nullptr) return *tree;
  auto model = embedded_models_.find(file);
  tree = std::make_unique<SyntaxTree>(model == embedded_models_.end()
                                          ? parser_.Parse(sources_.file(file), interner_, python2)
                                          : TreeCodec::Decode(model->second->tree, file, interner_));
  return *tree;
}

Code* Program::ModuleCode(FileId file, bool python2) {
  Code*& code = module_codes_[python2 ? 1 : 0][file];
  if (code == nullptr) code = codes_.CompileModule(Tree(file, python2));
  return code;
}

std::optional<FileId> Program::LibraryFile(std::string_view path) {
  for (const fs::path& folder : library_folders_) {
    if (!sources_.disk().IsFile(Absolute(folder) / path)) continue;
    if (auto file = sources_.Load(folder / path)) return *file;
  }
  auto models = LibraryModels();
  auto found = std::ranges::lower_bound(models, path, {}, &EmbeddedModel::path);
  if (found == models.end() || found->path != path) return std::nullopt;
  FileId& id = library_files_[std::string(path)];
  if (id == kNoFile) {
    id = sources_.Add("<library>/" + std::string(path), found->text);
    embedded_models_[id] = &*found;
  }
  return id;
}

Code* Program::StatementsCode(std::string_view text, bool python2) {
  auto [found, is_new] = statements_[python2 ? 1 : 0].try_emplace(std::string(text), nullptr);
  if (!is_new) return found->second;
  const FileId file = sources_.Add("<string>", text);
  const SyntaxTree& tree = Tree(file, python2);
  if (!tree.issues().empty() || (tree.python2() && !python2)) return nullptr;
  if (!tree.python2() && CompileErrorOf(tree, interner_, text)) return nullptr;
  found->second = ModuleCode(file, python2);
  return found->second;
}

Code* Program::ExpressionCode(std::string_view text, bool python2) {
  auto [found, is_new] = expressions_[python2 ? 1 : 0].try_emplace(std::string(text), nullptr);
  if (!is_new) return found->second;
  const SyntaxTree& tree = Tree(sources_.Add("<string>", text), python2);
  if (!tree.issues().empty() || tree[tree.root()].child_count != 1) return nullptr;
  if (tree.python2() && !python2) return nullptr;
  NodeId statement = tree.Child(tree.root(), 0);
  if (tree[statement].kind != NodeKind::kExpressionStatement) return nullptr;
  if (!tree.python2() && CompileErrorOf(tree, interner_, text)) return nullptr;
  found->second = codes_.CompileExpression(tree, tree.Child(statement, 0));
  return found->second;
}

std::optional<ModuleLocation> Program::FindModule(std::string_view dotted_name, const std::vector<fs::path>& folders) {
  auto [found, is_new] = modules_[folders].try_emplace(std::string(dotted_name));
  if (is_new) found->second = Search(dotted_name, folders);
  return found->second;
}

std::optional<ModuleLocation> Program::Search(std::string_view dotted_name, const std::vector<fs::path>& folders) {
  std::string relative = WithSlashes(dotted_name);
  std::optional<ModuleLocation> folder;
  std::optional<ModuleLocation> running;
  FileSystem& disk = sources_.disk();
  if (IsLoadedAtStart(dotted_name)) {
    if (auto file = LibraryFile(relative + ".py")) return ModuleLocation{*file, false, true};
  }
  for (const fs::path& base : folders) {
    const fs::path path = Absolute(base) / relative;
    if (disk.IsFolder(path)) {
      if (disk.IsFile(path / "__init__.py")) {
        if (auto file = sources_.Load(path / "__init__.py")) return ModuleLocation{*file, true, false};
      }
      if (!folder) folder = ModuleLocation{kNoFile, true, false};
    }
    const fs::path module = path.native() + ".py";
    if (!disk.IsFile(module)) continue;
    if (auto file = sources_.Load(module)) {
      const ModuleLocation location{*file, false, false};
      if (*file != main_) return location;
      running = location;
    }
  }
  if (running) return running;
  if (auto file = LibraryFile(relative + "/__init__.py")) return ModuleLocation{*file, true, true};
  if (auto file = LibraryFile(relative + ".py")) return ModuleLocation{*file, false, true};
  // Modules of Python 2, apart from those of Python 3 that differ only in case.
  if (auto file = LibraryFile("python2_modules/" + relative + ".py")) return ModuleLocation{*file, false, true};
  // An installed package comes before a folder without `__init__.py`.
  if (ApiTable::Of(dotted_name).HasModule(dotted_name)) return std::nullopt;
  return folder;
}

}  // namespace tfscope

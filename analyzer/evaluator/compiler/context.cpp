#include "analyzer/evaluator/compiler/context.h"

#include <string>

namespace tfscope {

Str* NameTable::Name(Atom atom) {
  if (atom >= by_atom_.size()) by_atom_.resize(atom + 1, nullptr);
  Str*& name = by_atom_[atom];
  if (name == nullptr) name = constants_.Intern(interner_.Text(atom));
  return name;
}

Str* NameTable::Mangle(const Str* class_name, Str* name) {
  std::string_view text = name->text;
  if (class_name == nullptr || !text.starts_with("__") || text.ends_with("__")) return name;
  if (text.find('.') != std::string_view::npos) return name;
  size_t start = class_name->text.find_first_not_of('_');
  if (start == std::string_view::npos) return name;
  std::string mangled = "_";
  mangled += class_name->text.substr(start);
  mangled += text;
  return constants_.Intern(mangled);
}

}  // namespace tfscope

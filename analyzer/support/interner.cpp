#include "analyzer/support/interner.h"

namespace tfscope {

Atom Interner::Intern(std::string_view text) {
  if (auto found = atoms_.find(text); found != atoms_.end()) return found->second;
  std::string_view kept = arena_.Copy(text);
  auto atom = static_cast<Atom>(texts_.size());
  texts_.push_back(kept);
  atoms_.emplace(kept, atom);
  return atom;
}

}  // namespace tfscope

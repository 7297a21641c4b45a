#include "analyzer/source/document.h"

namespace tfscope {

std::vector<DocumentProgram> FindPrograms(std::string_view) { return {}; }

}  // namespace tfscope

package org.kith.directory.codelists;

import com.fasterxml.jackson.core.type.TypeReference;
import org.kith.directory.codelists.domain.Code;
import org.kith.directory.storage.JsonColumn;

final class ListedCodesColumn extends JsonColumn<Code> {
    ListedCodesColumn() {
        super(new TypeReference<>() {});
    }
}

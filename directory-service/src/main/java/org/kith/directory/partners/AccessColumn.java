package org.kith.directory.partners;

import com.fasterxml.jackson.core.type.TypeReference;
import org.kith.directory.partners.domain.Access;
import org.kith.directory.storage.JsonColumn;

final class AccessColumn extends JsonColumn<Access> {
    AccessColumn() {
        super(new TypeReference<>() {});
    }
}

package org.kith.directory.practices;

import com.fasterxml.jackson.core.type.TypeReference;
import org.kith.directory.practices.domain.Membership;
import org.kith.directory.storage.JsonColumn;

final class MembershipsColumn extends JsonColumn<Membership> {
    MembershipsColumn() {
        super(new TypeReference<>() {});
    }
}

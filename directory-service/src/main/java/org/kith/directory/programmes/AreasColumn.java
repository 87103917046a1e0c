package org.kith.directory.programmes;

import com.fasterxml.jackson.core.type.TypeReference;
import org.kith.directory.programmes.domain.Area;
import org.kith.directory.storage.JsonColumn;

final class AreasColumn extends JsonColumn<Area> {
    AreasColumn() {
        super(new TypeReference<>() {});
    }
}

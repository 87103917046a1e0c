package org.kith.directory.organisations;

import java.util.List;

public record OrganisationView(String id, long version, String programme, String area, String name, String kind, List<String> delivers) {}

/**
 * A service's OpenAPI document: written by the build from the annotations of its resources, handed out as it is. Roles stand in it as the
 * scopes of the one scheme named here.
 */
@NullMarked
@OpenAPIDefinition(info = @Info(title = "Kith", version = "1"), components = @Components(securitySchemes = @SecurityScheme(securitySchemeName = "token", type = SecuritySchemeType.OPENIDCONNECT)))
package org.kith.web.openapi;

import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.jspecify.annotations.NullMarked;

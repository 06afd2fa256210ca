#Requires -Version 7.4
<#
.SYNOPSIS
Registers Office Shifts with Microsoft Entra by Microsoft Graph PowerShell: says what it will do, asks, does it.
.DESCRIPTION
What it writes comes from manifest/product.json, as the manifests do. Nobody is consented for, no secret is shown.
Needs the module Microsoft.Graph.Authentication, and a role that may register applications
(Application Developer or higher; Cloud Application Administrator to give app roles).
.EXAMPLE
./scripts/entra/Register.ps1 -Url https://office-shifts.example.com
.EXAMPLE
./scripts/entra/Register.ps1 -Url https://office-shifts.example.com -Certificate ./office-shifts.cer -Admin robin@example.com
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)][string]$Url,
    # Updates this registration instead of creating one.
    [string]$ClientId,
    # The certificate to trust, PEM or DER; it replaces those before. Without it a self-signed one is made, good for a year.
    [string]$Certificate,
    # Leaves certificates as they are.
    [switch]$NoCredential,
    # Sign-in name or object id of a user who gets the app role Integration.Admin.
    [string]$Admin,
    # People of other organisations may sign in.
    [switch]$MultiTenant,
    # Says what would be done, and stops.
    [switch]$Print,
    # Does not ask.
    [switch]$Yes
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$graph = 'https://graph.microsoft.com/v1.0'
$microsoftGraph = '00000003-0000-0000-c000-000000000000'
$root = Split-Path -Parent (Split-Path -Parent $PSScriptRoot)
$product = Get-Content -Raw -Encoding utf8 -Path (Join-Path $root 'manifest/product.json') | ConvertFrom-Json
$registration = $product.registration

$place = $null
if (-not [Uri]::TryCreate($Url, [UriKind]::Absolute, [ref]$place)) { throw "-Url $Url is no address." }
if ($place.Scheme -ne 'https') { throw "-Url $Url must be https: Teams and Outlook load nothing else." }
if ($place.UserInfo -or $place.PathAndQuery -ne '/' -or $place.Fragment) { throw "-Url $Url must be an origin alone, without a path." }
$guid = [Guid]::Empty
if ($ClientId -and -not [Guid]::TryParse($ClientId, [ref]$guid)) { throw "-ClientId $ClientId is no GUID." }
if ($Certificate -and $NoCredential) { throw '-Certificate and -NoCredential exclude each other.' }

$origin = $place.GetLeftPart([UriPartial]::Authority).ToLowerInvariant()
$hostName = $place.Authority.ToLowerInvariant()
$redirectUris = @("$origin$($product.pages.redirect)", "$origin$($product.pages.consent)", "brk-multihub://$hostName")
$audience = if ($MultiTenant) { 'AzureADMultipleOrgs' } else { 'AzureADMyOrg' }

$verb = if ($ClientId) { "Update the app registration $ClientId" } else { 'Create the app registration' }
Write-Host "$verb `"$($registration.name)`" ($audience):"
Write-Host '  1. Redirect URIs of a single-page application:'
$redirectUris | ForEach-Object { Write-Host "      $_" }
Write-Host "  2. Application ID URI: api://$hostName/$(if ($ClientId) { $ClientId } else { '<client id>' })"
Write-Host "  3. Scope $($registration.apiScope.value) ($($registration.apiScope.id)), which administrators and users can agree to"
Write-Host '  4. Access tokens of version 2'
Write-Host '  5. Clients that may ask for that scope without a question:'
$registration.preauthorizedClients | ForEach-Object { Write-Host "      $($_.id)  $($_.name)" }
Write-Host '  6. App roles for users:'
$registration.appRoles | ForEach-Object { Write-Host "      $($_.value): $($_.description)" }
Write-Host "  7. Optional claims of the access token: $($registration.accessTokenClaims -join ', '); group claims: $($registration.groupMembershipClaims)"
Write-Host '  8. Delegated permissions of Microsoft Graph (asked for, not granted):'
$registration.graphPermissions | ForEach-Object { Write-Host "      $($_.value): $($_.why)" }
Write-Host '     (No application permission; nobody is consented for: you do that yourself afterwards.)'
if ($NoCredential) { Write-Host '  9. Leave certificates as they are' }
elseif ($Certificate) { Write-Host "  9. Trust the certificate $Certificate" }
else { Write-Host '  9. Trust the certificate office-shifts.pem, which is made here, with its private key, good for 365 days' }
if ($Admin) { Write-Host " 10. Give $Admin the app role Integration.Admin" }
if ($Print) { return }

if (-not (Get-Command Connect-MgGraph -ErrorAction SilentlyContinue)) {
    throw 'The module Microsoft.Graph.Authentication is needed: Install-Module Microsoft.Graph.Authentication -Scope CurrentUser'
}
$scopes = @('Application.ReadWrite.All')
if ($Admin) { $scopes += @('AppRoleAssignment.ReadWrite.All', 'User.ReadBasic.All') }
Connect-MgGraph -Scopes $scopes -NoWelcome
$context = Get-MgContext
Write-Host "`nIn the tenant $($context.TenantId), as $($context.Account)."
if (-not $Yes -and (Read-Host 'Go on? [y/N]') -notmatch '^(y|yes)$') { throw 'Nothing was done.' }

$ownPem = Join-Path (Get-Location) 'office-shifts.pem'
if (-not $NoCredential -and -not $Certificate -and (Test-Path $ownPem)) {
    throw "$ownPem is there already: move it away, or give a certificate with -Certificate."
}

function Invoke-Graph([string]$Method, [string]$Path, $Body) {
    $call = @{ Method = $Method; Uri = "$graph/$Path"; OutputType = 'PSObject' }
    if ($null -ne $Body) {
        $call.Body = ConvertTo-Json -InputObject $Body -Depth 10
        $call.ContentType = 'application/json'
    }
    Invoke-MgGraphRequest @call
}

# Entra needs some seconds until every one of its servers knows a new registration.
function Invoke-GraphPatiently([string]$Method, [string]$Path, $Body) {
    foreach ($try in 1..5) {
        try { return Invoke-Graph $Method $Path $Body }
        catch {
            if ($try -eq 5) { throw }
            Start-Sleep -Seconds 4
        }
    }
}

function New-Api($PreAuthorized) {
    @{
        requestedAccessTokenVersion = 2
        oauth2PermissionScopes      = @(@{
                id                      = $registration.apiScope.id
                value                   = $registration.apiScope.value
                type                    = 'User'
                isEnabled               = $true
                adminConsentDisplayName = $registration.apiScope.adminConsentDisplayName
                adminConsentDescription = $registration.apiScope.adminConsentDescription
                userConsentDisplayName  = $registration.apiScope.userConsentDisplayName
                userConsentDescription  = $registration.apiScope.userConsentDescription
            })
        preAuthorizedApplications   = @($PreAuthorized)
    }
}

$delegated = (Invoke-Graph GET "servicePrincipals(appId='$microsoftGraph')?`$select=oauth2PermissionScopes" $null).oauth2PermissionScopes
$access = foreach ($permission in $registration.graphPermissions) {
    $found = $delegated | Where-Object { $_.value -eq $permission.value }
    if (-not $found) { throw "Microsoft Graph has no delegated permission $($permission.value)" }
    @{ id = $found.id; type = 'Scope' }
}
$roles = foreach ($role in $registration.appRoles) {
    @{ id = $role.id; value = $role.value; displayName = $role.displayName; description = $role.description; allowedMemberTypes = @('User'); isEnabled = $true }
}
$claims = foreach ($name in $registration.accessTokenClaims) { @{ name = $name; essential = $false; additionalProperties = @() } }
$application = @{
    displayName            = $registration.name
    signInAudience         = $audience
    groupMembershipClaims  = $registration.groupMembershipClaims
    optionalClaims         = @{ accessToken = @($claims); idToken = @(); saml2Token = @() }
    spa                    = @{ redirectUris = $redirectUris }
    web                    = @{ redirectUris = @(); implicitGrantSettings = @{ enableAccessTokenIssuance = $false; enableIdTokenIssuance = $false } }
    api                    = New-Api @()
    appRoles               = @($roles)
    requiredResourceAccess = @(@{ resourceAppId = $microsoftGraph; resourceAccess = @($access) })
}
if ($ClientId) { Invoke-Graph PATCH "applications(appId='$ClientId')" $application | Out-Null }
else { $ClientId = (Invoke-Graph POST 'applications' $application).appId }

# The second step names the client id, and clients for a scope that exists by now.
$clients = foreach ($client in $registration.preauthorizedClients) { @{ appId = $client.id; delegatedPermissionIds = @($registration.apiScope.id) } }
$update = @{ identifierUris = @("api://$hostName/$ClientId"); api = New-Api $clients }
$pem = $null
if (-not $NoCredential) {
    if ($Certificate) {
        $trusted = [System.Security.Cryptography.X509Certificates.X509Certificate2]::new((Resolve-Path $Certificate).Path)
    }
    else {
        $pem = $ownPem
        $key = [System.Security.Cryptography.RSA]::Create(3072)
        $request = [System.Security.Cryptography.X509Certificates.CertificateRequest]::new(
            'CN=Office Shifts', $key, [System.Security.Cryptography.HashAlgorithmName]::SHA256, [System.Security.Cryptography.RSASignaturePadding]::Pkcs1)
        $trusted = $request.CreateSelfSigned([DateTimeOffset]::UtcNow.AddMinutes(-5), [DateTimeOffset]::UtcNow.AddDays(365))
        New-Item -ItemType File -Path $pem | Out-Null
        if (-not $IsWindows) { chmod 600 $pem }
        Set-Content -Path $pem -Value "$($key.ExportPkcs8PrivateKeyPem())`n$($trusted.ExportCertificatePem())"
    }
    $update.keyCredentials = @(@{
            displayName = $registration.name
            type        = 'AsymmetricX509Cert'
            usage       = 'Verify'
            key         = [Convert]::ToBase64String($trusted.RawData)
            endDateTime = $trusted.NotAfter.ToUniversalTime().ToString('o')
        })
}
Invoke-GraphPatiently PATCH "applications(appId='$ClientId')" $update | Out-Null

try { $principal = Invoke-Graph GET "servicePrincipals(appId='$ClientId')?`$select=id" $null }
catch { $principal = Invoke-GraphPatiently POST 'servicePrincipals' @{ appId = $ClientId } }
if ($Admin) {
    $user = Invoke-Graph GET "users/$([Uri]::EscapeDataString($Admin))?`$select=id" $null
    $role = $registration.appRoles | Where-Object { $_.value -eq 'Integration.Admin' }
    $assignment = @{ principalId = $user.id; resourceId = $principal.id; appRoleId = $role.id }
    Invoke-GraphPatiently POST "servicePrincipals/$($principal.id)/appRoleAssignedTo" $assignment | Out-Null
}

Write-Host "`nDone. The server's environment:"
Write-Host "  ENTRA_CLIENT_ID=$ClientId"
Write-Host "  ENTRA_TENANTS=$(if ($MultiTenant) { '*' } else { $context.TenantId })"
if ($pem) { Write-Host "  ENTRA_CLIENT_CERTIFICATE=$pem   (with its private key; keep it out of the repository)" }
Write-Host 'Consent for everybody (an administrator who may consent opens this once):'
Write-Host "  https://login.microsoftonline.com/$($context.TenantId)/v2.0/adminconsent?client_id=$ClientId&scope=https://graph.microsoft.com/.default&redirect_uri=$origin$($product.pages.consent)"
Write-Host 'The package for Teams and Outlook:'
Write-Host "  npm run package -- --url $origin --client-id $ClientId"

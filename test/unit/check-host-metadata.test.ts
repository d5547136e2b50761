import { importer, modelOfMetadata } from '../../srv/host-erp/check-host/import-metadata'

describe('metadata as gateways write it', () => {
  // Entity types are called otherwise than their sets, flags stand in namespaces of their own.
  const V2 = `<?xml version="1.0" encoding="utf-8"?>
<edmx:Edmx Version="1.0" xmlns:edmx="http://schemas.microsoft.com/ado/2007/06/edmx" xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"
  xmlns:sap="http://www.sap.com/Protocols/SAPData">
<edmx:DataServices m:DataServiceVersion="2.0"><Schema Namespace="ZISSUE_SRV" xmlns="http://schemas.microsoft.com/ado/2008/09/edm">
<EntityType Name="IssueType"><Key><PropertyRef Name="Number"/></Key>
<Property Name="Number" Type="Edm.String" Nullable="false" MaxLength="10" sap:display-format="UpperCase"/>
<Property Name="PostedOn" Type="Edm.DateTime" Precision="0" sap:display-format="Date"/>
<Property Name="ChangedAt" Type="Edm.DateTimeOffset" Precision="7"/>
<Property Name="Quantity" Type="Edm.Decimal" Precision="13" Scale="3"/>
<Property Name="Count" Type="Edm.Byte"/>
<Property Name="Reference" Type="Edm.String" MaxLength="16" sap:filterable="false" sap:creatable="false"/>
<NavigationProperty Name="to_Items" Relationship="ZISSUE_SRV.assoc_1" FromRole="From" ToRole="To"/></EntityType>
<EntityType Name="ItemType"><Key><PropertyRef Name="Number"/></Key><Property Name="Number" Type="Edm.String" Nullable="false" MaxLength="10"/>
</EntityType>
<Association Name="assoc_1"><End Type="ZISSUE_SRV.IssueType" Multiplicity="1" Role="From"/>
<End Type="ZISSUE_SRV.ItemType" Multiplicity="*" Role="To"/></Association>
<EntityContainer Name="Container" m:IsDefaultEntityContainer="true">
<EntitySet Name="Issues" EntityType="ZISSUE_SRV.IssueType" sap:creatable="false" sap:deletable="false" sap:requires-filter="true"/>
<EntitySet Name="Items" EntityType="ZISSUE_SRV.ItemType"/>
<AssociationSet Name="assoc_1" Association="ZISSUE_SRV.assoc_1"><End EntitySet="Issues" Role="From"/><End EntitySet="Items" Role="To"/>
</AssociationSet>
<FunctionImport Name="Cancel" ReturnType="ZISSUE_SRV.IssueType" EntitySet="Issues" m:HttpMethod="POST" sap:action-for="ZISSUE_SRV.IssueType">
<Parameter Name="Number" Type="Edm.String" Mode="In" MaxLength="10"/><Parameter Name="PostedOn" Type="Edm.DateTime" Mode="In" Precision="0"/>
</FunctionImport>
</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>`

  const V4 = `<?xml version="1.0" encoding="utf-8"?>
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<edmx:Reference Uri="/caps"><edmx:Include Namespace="Org.OData.Capabilities.V1" Alias="SAP__capabilities"/></edmx:Reference><edmx:DataServices>
<Schema Namespace="com.example.gateway.issue.v0001" Alias="SAP__self">
<EntityType Name="IssueType"><Key><PropertyRef Name="Number"/></Key><Property Name="Number" Type="Edm.String" Nullable="false" MaxLength="10"/>
<Property Name="Price" Type="Edm.Decimal" Nullable="false" Precision="11" Scale="variable"/><Property Name="PostedOn" Type="Edm.Date"/>
<Property Name="Messages" Type="Collection(com.example.gateway.issue.v0001.Message)" Nullable="false"/>
<NavigationProperty Name="_Item" Type="Collection(com.example.gateway.issue.v0001.ItemType)" Partner="_Issue"/></EntityType>
<EntityType Name="ItemType"><Key><PropertyRef Name="Number"/></Key><Property Name="Number" Type="Edm.String" Nullable="false" MaxLength="10"/>
<NavigationProperty Name="_Issue" Type="com.example.gateway.issue.v0001.IssueType" Nullable="false" Partner="_Item">
<ReferentialConstraint Property="Number" ReferencedProperty="Number"/></NavigationProperty></EntityType>
<ComplexType Name="Message"><Property Name="code" Type="Edm.String" Nullable="false"/></ComplexType>
<EntityContainer Name="Container"><EntitySet Name="Issue" EntityType="com.example.gateway.issue.v0001.IssueType">
<NavigationPropertyBinding Path="_Item" Target="Item"/></EntitySet>
<EntitySet Name="Item" EntityType="com.example.gateway.issue.v0001.ItemType"/></EntityContainer>
<Annotations Target="SAP__self.Container/Issue"><Annotation Term="SAP__capabilities.FilterRestrictions"><Record>
<PropertyValue Property="NonFilterableProperties"><Collection><PropertyPath>Price</PropertyPath></Collection></PropertyValue></Record></Annotation>
<Annotation Term="SAP__capabilities.InsertRestrictions"><Record><PropertyValue Property="Insertable" Bool="false"/></Record></Annotation>
</Annotations>
</Schema></edmx:DataServices></edmx:Edmx>`

  test('is understood in V2, with flags and parameters that a binding hides', async () => {
    const { protocol, entitySets, operations } = await modelOfMetadata(V2, 'API_ISSUE', await importer())
    expect(protocol).toBe('V2')
    expect(entitySets.Issues).toEqual({
      creatable: false, deletable: false, requiresFilter: true,
      fields: {
        Number: { type: 'Edm.String', length: 10, key: true, mandatory: true }, PostedOn: { type: 'Edm.DateTime' }, ChangedAt: { type: 'Edm.DateTimeOffset' },
        Quantity: { type: 'Edm.Decimal', precision: 13, scale: 3 }, Count: { type: 'Edm.Integer' },
        Reference: { type: 'Edm.String', length: 16, filterable: false, creatable: false }
      },
      navigations: { to_Items: { target: 'Items', many: true } }
    })
    expect(operations.Cancel).toEqual({ changes: true, parameters: { Number: expect.objectContaining({ length: 10 }), PostedOn: { type: 'Edm.DateTime' } } })
  })

  test('is understood in V4, where restrictions are annotations of the set', async () => {
    const { protocol, entitySets } = await modelOfMetadata(V4, 'CE_ISSUE_0001', await importer())
    expect(protocol).toBe('V4')
    expect(entitySets.Issue).toEqual({
      creatable: false,
      fields: {
        Number: { type: 'Edm.String', length: 10, key: true, mandatory: true }, PostedOn: { type: 'Edm.Date' },
        Price: { type: 'Edm.Decimal', precision: 11, mandatory: true, filterable: false }
      },
      navigations: { _Item: { target: 'Item', many: true } }
    })
  })
})

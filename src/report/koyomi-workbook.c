#include "koyomi-workbook-private.h"

#include "koyomi-report-error.h"
#include "koyomi-xml-private.h"

#include <string.h>

typedef struct
{
  const char *base;             /* part that the relationships belong to */
  const char *wanted;           /* how the type ends, for one part */
  char       *found;
  GHashTable *targets;          /* id -> part, of worksheets */
  char       *strings_part;
  char       *styles_part;
} Relationships;

typedef struct
{
  const char *part;
  char       *type;
  char       *default_type;
} ContentTypes;

static void
free_sheet (KoyomiWorkbookSheet *sheet)
{
  g_free (sheet->name);
  g_free (sheet->id);
  g_free (sheet->part);
  g_free (sheet);
}

static void
clear_relationships (Relationships *self)
{
  g_free (self->found);
  g_free (self->strings_part);
  g_free (self->styles_part);
  g_clear_pointer (&self->targets, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Relationships, clear_relationships)

static void
replace (char **place,
         char  *text)
{
  g_free (*place);
  *place = text;
}

static void
start_relationship_cb (KoyomiXml  *xml,
                       const char *name,
                       gpointer    data)
{
  Relationships *self = data;
  g_autofree char *id = NULL;
  g_autofree char *type = NULL;
  g_autofree char *target = NULL;
  g_autofree char *mode = NULL;
  g_autofree char *part = NULL;

  if (!g_str_equal (name, "Relationship"))
    return;

  id = _koyomi_xml_dup_attribute (xml, "Id");
  type = _koyomi_xml_dup_attribute (xml, "Type");
  target = _koyomi_xml_dup_attribute (xml, "Target");
  mode = _koyomi_xml_dup_attribute (xml, "TargetMode");
  if (id == NULL || type == NULL || target == NULL || g_strcmp0 (mode, "External") == 0 ||
      (part = _koyomi_package_resolve (self->base, target)) == NULL)
    return;

  if (self->wanted != NULL && g_str_has_suffix (type, self->wanted))
    replace (&self->found, g_steal_pointer (&part));
  else if (g_str_has_suffix (type, "/sharedStrings"))
    replace (&self->strings_part, g_steal_pointer (&part));
  else if (g_str_has_suffix (type, "/styles"))
    replace (&self->styles_part, g_steal_pointer (&part));
  else if (g_str_has_suffix (type, "/worksheet"))
    g_hash_table_replace (self->targets, g_steal_pointer (&id), g_steal_pointer (&part));
}

static gboolean
read_relationships (KoyomiWorkbook  *self,
                    Relationships   *relationships,
                    const char      *part_name,
                    GCancellable    *cancellable,
                    GError         **error)
{
  static const KoyomiXmlHandler handler = { .start = start_relationship_cb };

  const KoyomiPart *part = _koyomi_workbook_find_part (self, part_name, error);

  relationships->targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return part != NULL &&
         _koyomi_xml_read (self->package, part, &handler, relationships, NULL, NULL, cancellable, error);
}

static void
start_content_type_cb (KoyomiXml  *xml,
                       const char *name,
                       gpointer    data)
{
  ContentTypes *self = data;

  if (g_str_equal (name, "Override"))
    {
      g_autofree char *part = _koyomi_xml_dup_attribute (xml, "PartName");

      if (part != NULL && g_ascii_strcasecmp (*part == '/' ? part + 1 : part, self->part) == 0)
        replace (&self->type, _koyomi_xml_dup_attribute (xml, "ContentType"));
    }
  else if (g_str_equal (name, "Default"))
    {
      g_autofree char *extension = _koyomi_xml_dup_attribute (xml, "Extension");
      const char *dot = strrchr (self->part, '.');

      if (extension != NULL && dot != NULL && g_ascii_strcasecmp (extension, dot + 1) == 0)
        replace (&self->default_type, _koyomi_xml_dup_attribute (xml, "ContentType"));
    }
}

static gboolean
refuse (GError     **error,
        const char  *what)
{
  g_set_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_NOT_A_WORKBOOK,
               "%s: save the table as an Excel workbook (.xlsx) or as CSV", what);
  return FALSE;
}

static gboolean
check_content_type (KoyomiWorkbook  *self,
                    const char      *part_name,
                    GCancellable    *cancellable,
                    GError         **error)
{
  static const KoyomiXmlHandler handler = { .start = start_content_type_cb };

  const KoyomiPart *part = _koyomi_workbook_find_part (self, "[Content_Types].xml", error);
  ContentTypes types = { .part = part_name };
  g_autofree char *type = NULL;

  if (part == NULL)
    return FALSE;

  if (!_koyomi_xml_read (self->package, part, &handler, &types, NULL, NULL, cancellable, error))
    {
      g_free (types.type);
      g_free (types.default_type);
      return FALSE;
    }

  type = types.type != NULL ? types.type : g_strdup (types.default_type != NULL ? types.default_type : "");
  g_free (types.default_type);

  if (strstr (type, "sheet.binary") != NULL)
    return refuse (error, "the file is a binary workbook (.xlsb)");
  else if (!g_str_has_suffix (type, ".main+xml") ||
           (strstr (type, "spreadsheetml") == NULL && strstr (type, "ms-excel") == NULL))
    return refuse (error, "the file is an office document, but no workbook");

  return TRUE;
}

/* Returns: TRUE when the parts are those of an office file */
static gboolean
check_kind (KoyomiWorkbook  *self,
            GError         **error)
{
  if (_koyomi_package_find (self->package, "[Content_Types].xml") != NULL)
    return TRUE;
  else if (_koyomi_package_find (self->package, "META-INF/manifest.xml") != NULL)
    return refuse (error, "the file is an OpenDocument file");

  return refuse (error, "the file is a zip file, but no workbook");
}

static void
start_workbook_cb (KoyomiXml  *xml,
                   const char *name,
                   gpointer    data)
{
  KoyomiWorkbook *self = data;
  KoyomiWorkbookSheet *sheet;
  g_autofree char *state = NULL;

  if (g_str_equal (name, "workbookPr"))
    self->date1904 = _koyomi_xml_get_bool (xml, "date1904");

  if (!g_str_equal (name, "sheet"))
    return;

  if (self->sheets->len >= self->limits.n_sheets)
    {
      _koyomi_xml_stop (xml, g_error_new (KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_TOO_LARGE,
                                          "the workbook has more than %u sheets", self->limits.n_sheets));
      return;
    }

  state = _koyomi_xml_dup_attribute (xml, "state");
  sheet = g_new0 (KoyomiWorkbookSheet, 1);
  sheet->name = _koyomi_xml_dup_attribute (xml, "name");
  sheet->id = _koyomi_xml_dup_attribute (xml, "id");
  if (g_strcmp0 (state, "hidden") == 0)
    sheet->state = KOYOMI_XLSX_SHEET_HIDDEN;
  else if (g_strcmp0 (state, "veryHidden") == 0)
    sheet->state = KOYOMI_XLSX_SHEET_VERY_HIDDEN;
  if (sheet->name == NULL)
    sheet->name = g_strdup_printf ("%u", self->sheets->len + 1);
  g_ptr_array_add (self->sheets, sheet);
}

/* Chart sheets have no cells and leave the list here; a sheet whose part is missing is damage. */
static gboolean
resolve_sheets (KoyomiWorkbook  *self,
                Relationships   *relationships,
                GError         **error)
{
  guint i = 0;

  while (i < self->sheets->len)
    {
      KoyomiWorkbookSheet *sheet = g_ptr_array_index (self->sheets, i);

      sheet->part = sheet->id != NULL ? g_strdup (g_hash_table_lookup (relationships->targets, sheet->id)) : NULL;
      if (sheet->part == NULL)
        g_ptr_array_remove_index (self->sheets, i);
      else if (_koyomi_workbook_find_part (self, sheet->part, error) == NULL)
        return FALSE;
      else
        i++;
    }

  if (self->sheets->len == 0)
    {
      g_set_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_DAMAGED, "the workbook has no sheet with cells");
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_workbook (KoyomiWorkbook  *self,
               const char      *part_name,
               GCancellable    *cancellable,
               GError         **error)
{
  static const KoyomiXmlHandler handler = { .start = start_workbook_cb };

  g_auto(Relationships) relationships = { .base = part_name };
  const KoyomiPart *part = _koyomi_workbook_find_part (self, part_name, error);
  const char *slash = strrchr (part_name, '/');
  gsize folder = slash != NULL ? slash + 1 - part_name : 0;
  g_autofree char *rels = g_strdup_printf ("%.*s_rels/%s.rels", (int) folder, part_name, part_name + folder);

  if (part == NULL ||
      !_koyomi_xml_read (self->package, part, &handler, self, NULL, NULL, cancellable, error) ||
      !read_relationships (self, &relationships, rels, cancellable, error) ||
      !resolve_sheets (self, &relationships, error))
    return FALSE;

  self->strings_part = g_steal_pointer (&relationships.strings_part);
  self->styles_part = g_steal_pointer (&relationships.styles_part);

  return TRUE;
}

KoyomiWorkbook *
_koyomi_workbook_open (const char               *path,
                       const KoyomiTableLimits  *limits,
                       GCancellable             *cancellable,
                       GError                  **error)
{
  g_autoptr(KoyomiWorkbook) self = g_new0 (KoyomiWorkbook, 1);
  g_auto(Relationships) relationships = { .base = "", .wanted = "/officeDocument" };

  if (limits != NULL)
    self->limits = *limits;
  else
    koyomi_table_limits_init (&self->limits);
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) free_sheet);

  if ((self->package = _koyomi_package_open (path, &self->limits, error)) == NULL ||
      !check_kind (self, error) ||
      !read_relationships (self, &relationships, "_rels/.rels", cancellable, error))
    return NULL;

  if (relationships.found == NULL)
    {
      refuse (error, "the file is a zip file, but no workbook");
      return NULL;
    }

  if (!check_content_type (self, relationships.found, cancellable, error) ||
      !read_workbook (self, relationships.found, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
_koyomi_workbook_free (KoyomiWorkbook *self)
{
  g_clear_pointer (&self->package, _koyomi_package_free);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_free (self->strings_part);
  g_free (self->styles_part);
  g_free (self);
}

const KoyomiPart *
_koyomi_workbook_find_part (KoyomiWorkbook  *self,
                            const char      *name,
                            GError         **error)
{
  const KoyomiPart *part = _koyomi_package_find (self->package, name);

  if (part == NULL)
    g_set_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_DAMAGED, "the part “%s” is missing", name);

  return part;
}

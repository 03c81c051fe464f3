#include "koyomi-workbook-private.h"

#include "koyomi-report-error.h"
#include "koyomi-xml-private.h"

/* As many as a workbook of Excel can have. */
#define MAX_STYLES 65490

typedef struct
{
  gboolean    in_formats;
  gboolean    in_styles;
  GHashTable *custom;       /* id -> KoyomiXlsxFormat */
  GByteArray *formats;      /* of KoyomiXlsxFormat, by style */
} Styles;

static void
start_cb (KoyomiXml  *xml,
          const char *name,
          gpointer    data)
{
  Styles *self = data;
  guint64 id = 0;

  if (g_str_equal (name, "numFmts"))
    self->in_formats = TRUE;
  else if (g_str_equal (name, "cellXfs"))
    self->in_styles = TRUE;
  else if (self->in_formats && g_str_equal (name, "numFmt") && _koyomi_xml_get_number (xml, "numFmtId", G_MAXINT, &id))
    {
      g_autofree char *code = _koyomi_xml_dup_attribute (xml, "formatCode");

      if (code != NULL && g_hash_table_size (self->custom) < MAX_STYLES)
        g_hash_table_insert (self->custom, GUINT_TO_POINTER ((guint) id),
                             GUINT_TO_POINTER (_koyomi_xlsx_format_from_code (code)));
    }
  else if (self->in_styles && g_str_equal (name, "xf"))
    {
      gpointer custom;
      guint8 format;

      if (!_koyomi_xml_get_number (xml, "numFmtId", G_MAXINT, &id))
        id = 0;
      if (g_hash_table_lookup_extended (self->custom, GUINT_TO_POINTER ((guint) id), NULL, &custom))
        format = GPOINTER_TO_UINT (custom);
      else
        format = _koyomi_xlsx_format_from_id (id);

      if (self->formats->len >= MAX_STYLES)
        _koyomi_xml_stop (xml, g_error_new (KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_TOO_LARGE,
                                            "the workbook has more than %d cell styles", MAX_STYLES));
      else
        g_byte_array_append (self->formats, &format, 1);
    }
}

static void
end_cb (KoyomiXml  *xml,
        const char *name,
        gpointer    data)
{
  Styles *self = data;

  if (g_str_equal (name, "numFmts"))
    self->in_formats = FALSE;
  else if (g_str_equal (name, "cellXfs"))
    self->in_styles = FALSE;
}

/* Returns: what the format of each cell style shows, one #KoyomiXlsxFormat a byte */
GByteArray *
_koyomi_workbook_read_formats (KoyomiWorkbook  *self,
                               GCancellable    *cancellable,
                               GError         **error)
{
  static const KoyomiXmlHandler handler = { .start = start_cb, .end = end_cb };

  g_autoptr(GHashTable) custom = g_hash_table_new (NULL, NULL);
  g_autoptr(GByteArray) formats = g_byte_array_new ();
  Styles styles = { .custom = custom, .formats = formats };
  const KoyomiPart *part;

  if (self->styles_part == NULL)
    return g_steal_pointer (&formats);

  if ((part = _koyomi_workbook_find_part (self, self->styles_part, error)) == NULL ||
      !_koyomi_xml_read (self->package, part, &handler, &styles, NULL, NULL, cancellable, error))
    return NULL;

  return g_steal_pointer (&formats);
}

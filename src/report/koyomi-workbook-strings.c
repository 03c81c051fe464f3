#include "koyomi-workbook-private.h"

#include "koyomi-report-error.h"
#include "koyomi-xml-private.h"

#include <string.h>

typedef struct
{
  KoyomiTableLimits     *limits;
  KoyomiWorkbookStrings *strings;
  gboolean               in_item;
  gboolean               in_text;
  guint                  phonetic;      /* depth: the reading of a text in kana is not part of it */
} Reader;

static void
start_cb (KoyomiXml  *xml,
          const char *name,
          gpointer    data)
{
  Reader *self = data;
  KoyomiWorkbookStrings *strings = self->strings;

  if (g_str_equal (name, "si") && !self->in_item)
    {
      guint32 offset = strings->texts->len;

      if (strings->offsets->len >= self->limits->n_shared_strings)
        {
          _koyomi_xml_stop (xml, g_error_new (KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_TOO_LARGE,
                                              "the workbook has more than %u shared texts",
                                              self->limits->n_shared_strings));
          return;
        }

      g_array_append_val (strings->offsets, offset);
      self->in_item = TRUE;
    }
  else if (g_str_equal (name, "rPh"))
    self->phonetic++;
  else if (g_str_equal (name, "t"))
    self->in_text = TRUE;
}

static void
end_cb (KoyomiXml  *xml,
        const char *name,
        gpointer    data)
{
  Reader *self = data;
  GString *texts = self->strings->texts;

  if (g_str_equal (name, "si"))
    {
      _koyomi_workbook_unescape (texts, g_array_index (self->strings->offsets, guint32, self->strings->offsets->len - 1));
      g_string_append_c (texts, '\0');
      self->in_item = FALSE;
    }
  else if (g_str_equal (name, "rPh"))
    self->phonetic--;
  else if (g_str_equal (name, "t"))
    self->in_text = FALSE;
}

static void
text_cb (KoyomiXml  *xml,
         const char *text,
         int         length,
         gpointer    data)
{
  Reader *self = data;
  GString *texts = self->strings->texts;

  if (!self->in_item || !self->in_text || self->phonetic > 0)
    return;

  if (texts->len + length > self->limits->shared_size)
    {
      _koyomi_xml_stop (xml, g_error_new (KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_TOO_LARGE,
                                          "the shared texts of the workbook have more than %" G_GUINT64_FORMAT " bytes",
                                          self->limits->shared_size));
      return;
    }

  g_string_append_len (texts, text, length);
}

/* Returns: no strings when the workbook has no such part */
KoyomiWorkbookStrings *
_koyomi_workbook_read_strings (KoyomiWorkbook  *self,
                               GCancellable    *cancellable,
                               GError         **error)
{
  static const KoyomiXmlHandler handler = { .start = start_cb, .end = end_cb, .text = text_cb };

  g_autoptr(KoyomiWorkbookStrings) strings = g_new0 (KoyomiWorkbookStrings, 1);
  Reader reader = { .limits = &self->limits, .strings = strings };
  const KoyomiPart *part;

  strings->texts = g_string_new (NULL);
  strings->offsets = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (self->strings_part == NULL)
    return g_steal_pointer (&strings);

  if ((part = _koyomi_workbook_find_part (self, self->strings_part, error)) == NULL ||
      !_koyomi_xml_read (self->package, part, &handler, &reader, NULL, NULL, cancellable, error))
    return NULL;

  return g_steal_pointer (&strings);
}

void
_koyomi_workbook_strings_free (KoyomiWorkbookStrings *self)
{
  g_string_free (self->texts, TRUE);
  g_array_unref (self->offsets);
  g_free (self);
}

/* Returns: (nullable): as the file has it, not yet clean */
const char *
_koyomi_workbook_strings_get (KoyomiWorkbookStrings *self,
                              guint64                index)
{
  return index < self->offsets->len ? self->texts->str + g_array_index (self->offsets, guint32, index) : NULL;
}

/* @text: at _xHHHH_. Returns: the UTF-16 unit, or -1 */
static int
read_escape (const char *text)
{
  int unit = 0;

  if (strncmp (text, "_x", 2) != 0)
    return -1;

  for (int i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (text[i]))
        return -1;
      unit = unit << 4 | g_ascii_xdigit_value (text[i]);
    }

  return text[6] == '_' ? unit : -1;
}

/* What XML cannot hold is written as _x000B_, and the text “_x000B_” itself as _x005F_x000B_. A NUL or half a surrogate
 * pair becomes U+FFFF, which koyomi_text_clean() refuses.
 * @text is shortened in place, from byte @from to its end. */
void
_koyomi_workbook_unescape (GString *text,
                           gsize    from)
{
  char *read = text->str + from;
  char *write;

  if ((read = strstr (read, "_x")) == NULL)
    return;

  for (write = read; *read != '\0';)
    {
      int unit = *read == '_' ? read_escape (read) : -1;
      int second;
      gunichar c = unit;

      if (unit < 0)
        {
          *write++ = *read++;
          continue;
        }

      read += 7;
      second = unit >= 0xd800 && unit < 0xdc00 ? read_escape (read) : -1;
      if (second >= 0xdc00 && second < 0xe000)
        {
          c = 0x10000 + ((unit - 0xd800) << 10) + (second - 0xdc00);
          read += 7;
        }
      else if (unit == 0 || (unit >= 0xd800 && unit < 0xe000))
        c = 0xffff;

      write += g_unichar_to_utf8 (c, write);
    }

  g_string_truncate (text, write - text->str);
}

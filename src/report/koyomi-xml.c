#include "koyomi-xml-private.h"

#include "koyomi-report-error.h"

#include <string.h>

/* libxml2's push parser with SAX2 callbacks: a sheet of 1.2 million cells (68 MB of XML) takes it less than half the time
 * that xmlReader takes, and the check of an export has no more. */

/* The parser compares each attribute of an element with all before it, so that a tag of some megabytes takes it minutes.
 * Nothing that a workbook says in one tag is near these. */
#define MAX_TAG_SIZE   (256 << 10)
#define MAX_ATTRIBUTES 256

struct _KoyomiXml
{
  const KoyomiXmlHandler *handler;
  gpointer                data;
  const char             *part;
  xmlParserCtxt          *parser;
  const xmlChar          *known;          /* the namespace last found to be ours: the parser keeps one copy of each */
  const xmlChar         **attributes;     /* five pointers each: name, prefix, URI, value, its end */
  int                     n_attributes;
  gsize                   silence;        /* bytes given to the parser since it last told something */
  GError                 *error;
};

static gboolean
is_known (KoyomiXml     *self,
          const xmlChar *uri)
{
  static const char * const prefixes[] = {
    "http://schemas.openxmlformats.org/",
    "http://purl.oclc.org/ooxml/",
  };

  if (uri == NULL || uri == self->known)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix ((const char *) uri, prefixes[i]))
      {
        self->known = uri;
        return TRUE;
      }

  return FALSE;
}

static void
stop_for_size (KoyomiXml *self)
{
  _koyomi_xml_stop (self, g_error_new (KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_TOO_LARGE,
                                       "the part “%s” has a tag or comment of absurd size", self->part));
}

static void
start_cb (void           *context,
          const xmlChar  *name,
          const xmlChar  *prefix,
          const xmlChar  *uri,
          int             n_namespaces,
          const xmlChar **namespaces,
          int             n_attributes,
          int             n_defaulted,
          const xmlChar **attributes)
{
  KoyomiXml *self = context;

  self->silence = 0;
  if (n_attributes + n_namespaces > MAX_ATTRIBUTES)
    {
      stop_for_size (self);
      return;
    }

  if (!is_known (self, uri))
    return;

  self->attributes = attributes;
  self->n_attributes = n_attributes;
  self->handler->start (self, (const char *) name, self->data);
  self->n_attributes = 0;
}

static void
end_cb (void          *context,
        const xmlChar *name,
        const xmlChar *prefix,
        const xmlChar *uri)
{
  KoyomiXml *self = context;

  self->silence = 0;
  if (self->handler->end != NULL && is_known (self, uri))
    self->handler->end (self, (const char *) name, self->data);
}

static void
text_cb (void          *context,
         const xmlChar *text,
         int            length)
{
  KoyomiXml *self = context;

  self->silence = 0;
  if (self->handler->text != NULL)
    self->handler->text (self, (const char *) text, length, self->data);
}

static void
doctype_cb (void          *context,
            const xmlChar *name,
            const xmlChar *public_id,
            const xmlChar *system_id)
{
  KoyomiXml *self = context;

  _koyomi_xml_stop (self, g_error_new (KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_DAMAGED,
                                       "the part “%s” declares a document type, which no workbook does", self->part));
}

/* What is wrong is asked of the parser afterwards; unset, it would write to the standard error. */
static void
ignore_error_cb (void     *context,
                 xmlError *error)
{
}

static gboolean
check_parser (KoyomiXml  *self,
              GError    **error)
{
  const xmlError *cause;

  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }

  if (self->parser->wellFormed && self->parser->nsWellFormed)
    return TRUE;

  cause = xmlCtxtGetLastError (self->parser);
  if (cause != NULL && cause->message != NULL)
    {
      g_autofree char *message = g_utf8_make_valid (cause->message, -1);

      g_set_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_DAMAGED,
                   "the part “%s” is not well-formed at line %d: %s", self->part, cause->line, g_strchomp (message));
    }
  else
    g_set_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_DAMAGED, "the part “%s” is not well-formed", self->part);

  return FALSE;
}

static gboolean
parse_cb (const char  *bytes,
          gsize        length,
          gpointer     data,
          GError     **error)
{
  KoyomiXml *self = data;

  self->silence += length;
  xmlParseChunk (self->parser, bytes, length, 0);
  if (self->silence > MAX_TAG_SIZE)
    stop_for_size (self);

  return check_parser (self, error);
}

gboolean
_koyomi_xml_read (KoyomiPackage           *package,
                  const KoyomiPart        *part,
                  const KoyomiXmlHandler  *handler,
                  gpointer                 data,
                  KoyomiProgressFunc       progress,
                  gpointer                 progress_data,
                  GCancellable            *cancellable,
                  GError                 **error)
{
  xmlSAXHandler sax = {
    .initialized = XML_SAX2_MAGIC,
    .internalSubset = doctype_cb,
    .startElementNs = start_cb,
    .endElementNs = end_cb,
    .characters = text_cb,
    .ignorableWhitespace = text_cb,
    .cdataBlock = text_cb,
    .serror = ignore_error_cb,
  };
  KoyomiXml self = { .handler = handler, .data = data, .part = part->name };
  gboolean done;

  xmlInitParser ();
  self.parser = xmlCreatePushParserCtxt (&sax, &self, NULL, 0, NULL);
  xmlCtxtUseOptions (self.parser, XML_PARSE_NONET);

  done = _koyomi_package_read (package, part, parse_cb, &self, progress, progress_data, cancellable, error);
  if (done)
    {
      xmlParseChunk (self.parser, NULL, 0, TRUE);
      done = check_parser (&self, error);
    }

  g_clear_error (&self.error);
  xmlFreeParserCtxt (self.parser);

  return done;
}

/* Attributes with a prefix are found by their local name, as in r:id. Returns: (nullable) */
const char *
_koyomi_xml_get_attribute (KoyomiXml  *self,
                           const char *name,
                           gsize      *length)
{
  for (int i = 0; i < self->n_attributes; i++)
    {
      const xmlChar **attribute = self->attributes + i * 5;

      if (*attribute[0] == (xmlChar) *name && strcmp ((const char *) attribute[0], name) == 0 && is_known (self, attribute[2]))
        {
          *length = attribute[4] - attribute[3];
          return (const char *) attribute[3];
        }
    }

  return NULL;
}

char *
_koyomi_xml_dup_attribute (KoyomiXml  *self,
                           const char *name)
{
  gsize length;
  const char *value = _koyomi_xml_get_attribute (self, name, &length);

  return value != NULL ? g_strndup (value, length) : NULL;
}

/* Returns: FALSE when there is no such attribute, or it is no whole number up to @max */
gboolean
_koyomi_xml_get_number (KoyomiXml  *self,
                        const char *name,
                        guint64     max,
                        guint64    *number)
{
  gsize length;
  const char *value = _koyomi_xml_get_attribute (self, name, &length);
  guint64 sum = 0;

  if (value == NULL || length == 0 || length > 18)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (value[i]))
        return FALSE;
      sum = sum * 10 + (value[i] - '0');
    }

  *number = sum;

  return sum <= max;
}

gboolean
_koyomi_xml_get_bool (KoyomiXml  *self,
                      const char *name)
{
  gsize length;
  const char *value = _koyomi_xml_get_attribute (self, name, &length);

  return value != NULL && ((length == 1 && *value == '1') || (length == 4 && strncmp (value, "true", 4) == 0));
}

/* Only the first error counts. The parser drops its input at once, and the attributes of the element with it. */
void
_koyomi_xml_stop (KoyomiXml *self,
                  GError    *error)
{
  if (self->error != NULL)
    {
      g_error_free (error);
      return;
    }

  self->error = error;
  self->n_attributes = 0;
  xmlStopParser (self->parser);
}

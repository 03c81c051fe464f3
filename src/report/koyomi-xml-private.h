#pragma once

#include "koyomi-package-private.h"

#include <libxml/parser.h>

G_BEGIN_DECLS

/* Reads one part as XML, event by event. No DOCTYPE, so no entities but the five of XML; nothing is fetched. Elements are
 * told by their local name if they are in no namespace or in one of the office formats', and passed over if not; the
 * namespaces of the strict variant count as those of the usual one. */
typedef struct _KoyomiXml KoyomiXml;

typedef struct
{
  void (*start) (KoyomiXml  *xml,
                 const char *name,
                 gpointer    data);
  void (*end)   (KoyomiXml  *xml,
                 const char *name,
                 gpointer    data);
  void (*text)  (KoyomiXml  *xml,
                 const char *text,
                 int         length,
                 gpointer    data);
} KoyomiXmlHandler;

gboolean    _koyomi_xml_read          (KoyomiPackage           *package,
                                       const KoyomiPart        *part,
                                       const KoyomiXmlHandler  *handler,
                                       gpointer                 data,
                                       KoyomiProgressFunc       progress,
                                       gpointer                 progress_data,
                                       GCancellable            *cancellable,
                                       GError                 **error);

/* Within start() only. The value is not terminated by a NUL. */
const char *_koyomi_xml_get_attribute (KoyomiXml               *xml,
                                       const char              *name,
                                       gsize                   *length);
char       *_koyomi_xml_dup_attribute (KoyomiXml               *xml,
                                       const char              *name) G_GNUC_WARN_UNUSED_RESULT;
gboolean    _koyomi_xml_get_number    (KoyomiXml               *xml,
                                       const char              *name,
                                       guint64                  max,
                                       guint64                 *number);
gboolean    _koyomi_xml_get_bool      (KoyomiXml               *xml,
                                       const char              *name);

/* Ends the reading with @error, which it takes. */
void        _koyomi_xml_stop          (KoyomiXml               *xml,
                                       GError                  *error);

G_END_DECLS

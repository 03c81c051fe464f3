#pragma once

#include "koyomi-sourcing.h"
#include "koyomi-session.h"

G_BEGIN_DECLS

/* The rule under which the table of waivers keeps accepted mismatches. */
#define KOYOMI_SOURCING_RULE "sourcing"

typedef struct
{
  KoyomiRecord   *group;
  KoyomiRecord   *function;
  KoyomiArea      area;          /* a field of the function */
  KoyomiSourcing  recommended;   /* by the pattern; 0 without an area */
  KoyomiSourcing  actual;        /* of whoever is responsible (R); 0 while nobody is */
  gboolean        is_mismatch;
  char           *team;          /* who is responsible; "" while nobody is */
  KoyomiRecord   *waiver;        /* (nullable): accepts the mismatch, with a reason, on the day */
} KoyomiSourcingRow;

/* Who should do the functions of a catalogue, and who does on a day. */
typedef struct
{
  KoyomiSourcingPattern  pattern;
  guint32                day;
  GPtrArray             *rows;         /* (element-type KoyomiSourcingRow): in the order of groups and functions */
  GPtrArray             *mismatches;   /* (element-type KoyomiSourcingRow): the accepted ones last; borrowed from the rows */
  guint                  n_open;       /* of them those that nobody accepted */
} KoyomiSourcingTable;

void                   koyomi_sourcing_table_free          (KoyomiSourcingTable    *self);
KoyomiSourcingTable   *koyomi_session_load_sourcing        (KoyomiSession          *session,
                                                            gint64                  catalogue,
                                                            guint32                 day,
                                                            KoyomiLanguage          language,
                                                            GError                **error) G_GNUC_WARN_UNUSED_RESULT;

KoyomiSourcingPattern  koyomi_session_get_sourcing_pattern (KoyomiSession          *session);
gboolean               koyomi_session_set_sourcing_pattern (KoyomiSession          *session,
                                                            KoyomiSourcingPattern   pattern,
                                                            KoyomiLanguage          language,
                                                            GError                **error);
gint64                 koyomi_session_accept_sourcing      (KoyomiSession          *session,
                                                            gint64                  function,
                                                            const char             *reason,
                                                            const char             *decided_by,
                                                            guint32                 until_day,
                                                            KoyomiLanguage          language,
                                                            GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiSourcingTable, koyomi_sourcing_table_free)

G_END_DECLS

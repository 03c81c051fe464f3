#pragma once

#include "koyomi-record.h"
#include "koyomi-rule.h"

G_BEGIN_DECLS

/* One breach of a rule, with the rows that it is about, to go there: 0 where it is about none. */
#define KOYOMI_TYPE_BREACH (koyomi_breach_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiBreach, koyomi_breach, KOYOMI, BREACH, GObject)

struct _KoyomiBreach
{
  GObject       parent_instance;

  KoyomiRule    rule;
  gint64        function_id;     /* the first of those concerned */
  GArray       *function_ids;    /* (element-type gint64): all of them, in their order */
  gint64        team_id;
  gint64        person_id;
  gint64        contract_id;
  gint64        activity_id;
  gint64        occurrence_id;   /* the activity's first run that breaks the rule */
  gint64        audit_id;        /* the first of those concerned */
  GArray       *audit_ids;       /* (element-type gint64): all of them */
  guint32       day;             /* of the run, or the last of the contract; else KOYOMI_DAY_NONE */
  char         *sentence;
  gboolean      is_waived;       /* on the day that was asked for */
  KoyomiRecord *waiver;          /* (nullable): what accepts the breach; of those that have ended the last */
};

KoyomiBreach *koyomi_breach_new         (KoyomiRule     rule) G_GNUC_WARN_UNUSED_RESULT;
KoyomiRecord *koyomi_breach_make_waiver (KoyomiBreach  *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean      koyomi_breach_is_meant_by (KoyomiBreach  *self,
                                         KoyomiRecord  *waiver,
                                         guint32        day);

G_END_DECLS

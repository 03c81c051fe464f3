#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* What somebody had to do with an incident. */
typedef struct
{
  KoyomiRecord *incident;
  gint64        at;         /* when it was detected, or what comes nearest to that; 0 when nobody said */
  guint         n_tasks;    /* of theirs */
  guint         n_done;
} KoyomiIncidentPart;

G_END_DECLS
